"""A port that nobody listens at."""

import socket
from contextlib import closing


def free_port() -> int:
    """Return the number of a free port of this machine."""
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])

"""A Telegram Bot API with webhooks on a free loopback port: PyPI telemelya over a fake Redis and a shelf for its files.

Runs in the environment that `install` makes. Prints its address on one line and serves until its standard input closes.
"""

import os
import socket
import sys
import threading
from contextlib import closing

from aiohttp import web


def free_port() -> int:
    """Return a port that nobody listens at."""
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


async def keep(request: web.Request) -> web.Response:
    """Take any object of S3 and answer that it is there."""
    await request.read()
    return web.Response(headers={"ETag": '"kept"'})


def main() -> None:
    redis, shelf, api = free_port(), free_port(), free_port()
    os.environ.update(
        REDIS_URL=f"redis://127.0.0.1:{redis}/0",
        MINIO_ENDPOINT=f"127.0.0.1:{shelf}",
        MOCK_SERVER_PORT=str(api),
        STRICT_EDIT="true",
    )
    import uvicorn
    from fakeredis import TcpFakeServer

    threading.Thread(target=TcpFakeServer(("127.0.0.1", redis)).serve_forever, daemon=True).start()
    files = web.Application()
    files.router.add_route("*", "/{path:.*}", keep)
    threading.Thread(
        target=lambda: web.run_app(files, host="127.0.0.1", port=shelf, print=None, handle_signals=False), daemon=True
    ).start()
    server = uvicorn.Server(uvicorn.Config("telemelya.server.app:app", host="127.0.0.1", port=api, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        threading.Event().wait(0.05)
    print(f"http://127.0.0.1:{api}" if server.started else "", flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()

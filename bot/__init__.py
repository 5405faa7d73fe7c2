"""Time and network: settings, schedule, fetching, delivery, wiring and the command line."""

import os

# Set before numpy is first imported: its threads would take the core on which the chat answers.
for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_variable, "1")

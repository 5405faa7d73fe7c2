"""Takes the limits of lengths out of the published Bot API schema, as the source distribution of aiogram carries it.

    python -m tests.bot_api_limits ARCHIVE   rewrites tests/bot_api_limits.json; `make limits` fetches the archive

A row is [method or type, field, least, most, unit, after parsing]; the texts of the schema say it in words.
"""

import json
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_suffix(".json")
SCHEMA = ".butcher/schema/schema.json"
LENGTH = re.compile(r"(?<![\d.])(\d+)-(\d+) (characters|bytes)", re.IGNORECASE)
PARSED = ("text", "caption", "message_text")
Row = tuple[str, str, int, int, str, bool]


def rows_of(schema: dict[str, Any]) -> Iterator[Row]:
    """Yield each field whose text states how long it may be."""
    for group in schema["items"]:
        for owner in group["children"]:
            for field in owner["annotations"]:
                told = field["description"]
                if found := LENGTH.search(told):
                    parsed = field["name"] in PARSED or "entit" in told[found.end() : found.end() + 30]
                    yield owner["name"], field["name"], int(found[1]), int(found[2]), found[3].lower(), parsed


def main(archive: str) -> None:
    """Rewrite the table from the schema in `archive`."""
    with tarfile.open(archive) as files:
        [member] = [one for one in files.getmembers() if one.name.endswith(SCHEMA)]
        content = files.extractfile(member)
        assert content
        rows = sorted(set(rows_of(json.load(content))))
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    TABLE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(rows)} limits")


if __name__ == "__main__":
    main(sys.argv[1])

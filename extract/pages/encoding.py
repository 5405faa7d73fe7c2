"""Bytes of a page or feed → its text: by the byte order mark, UTF-8, the header, the document itself, its letters."""

import codecs
import re

CHARSET = re.compile(r"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
HEAD = 4_096  # bytes; browsers look for the declaration of the encoding in the first kilobyte, pages place it later
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
TEXTUAL = frozenset(
    {
        "utf-8", "utf-16", "cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic", "cp1252", "cp1254",
        "iso8859-9", "iso8859-2", "cp1250", "iso8859-15", "gbk", "gb2312", "gb18030", "big5", "shift_jis", "euc_jp",
        "euc_kr",
    }
)  # fmt: skip
LOWER = re.compile("[а-яё]")
UPPER_INSIDE = re.compile("(?<=[а-яё])[А-ЯЁ]")
SURE = 20  # small Russian letters more than in the declared encoding make it a wrong one
SAMPLE = 20_000  # bytes that tell one encoding of Cyrillic from another


def decode(body: bytes, content_type: str | None = None) -> str:
    """Return the text of a page or feed without invisible characters; whatever the bytes, there is some.

    Valid UTF-8 of more than ASCII is never anything else, while headers are often wrong; of two declared encodings
    of Cyrillic the one counts in which the text looks like words.
    """
    return INVISIBLE.sub(" ", _decoded(body, content_type))


def _decoded(body: bytes, content_type: str | None) -> str:
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace").removeprefix("\ufeff")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    told = (CHARSET.search(content_type or ""), CHARSET.search(body[:HEAD].decode("latin-1")))
    declared = [name for found in told if found and (name := _known(found[1]))]
    if "utf-8" in declared:  # a single broken letter in a page that says UTF-8 does not make it cp1251
        cut = body.decode("utf-8", "replace")
        if cut.count("\ufffd") * 20 < len(cut):
            return cut
    candidates = [one for one in dict.fromkeys([*declared, "cp1251", "koi8-r"]) if one != "utf-8"]
    scores = {name: _looks_russian(body[:SAMPLE].decode(name, "replace")) for name in candidates}
    best = max(candidates, key=scores.__getitem__)
    return body.decode(best if scores[best] >= scores[candidates[0]] + SURE else candidates[0], "replace")


def _known(name: str) -> str | None:
    """Return Python's name of an encoding that news are written in, or None; Latin-1 is read as browsers do."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(found, found if found in TEXTUAL else None)


def _looks_russian(text: str) -> int:
    """Count small Russian letters, less what no Russian text has: capitals inside words, signs that are no text."""
    return len(LOWER.findall(text)) - 3 * len(UPPER_INSIDE.findall(text)) - 3 * text.count("\ufffd")

"""tantivy: every word within two edits, all of them, else any."""

import sys
from pathlib import Path

import tantivy

from benchmarks.peers.asking import FOUND, Find, records, run

DISTANCE = 2


def prepare(folder: Path) -> Find:
    """Build the index on the disk."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    builder.add_text_field("text")
    schema = builder.build()
    place = folder / "tantivy"
    place.mkdir()
    index = tantivy.Index(schema, path=str(place))
    writer = index.writer(heap_size=200_000_000)
    for number, text, _ in records(folder):
        writer.add_document(tantivy.Document(number=number, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(words: list[str], stems: list[str]) -> list[int]:
        terms = [
            tantivy.Query.fuzzy_term_query(schema, "text", word, distance=DISTANCE, transposition_cost_one=True)
            for word in words
        ]
        for occur in (tantivy.Occur.Must, tantivy.Occur.Should):
            query = tantivy.Query.boolean_query([(occur, term) for term in terms])
            if hits := searcher.search(query, FOUND).hits:
                return [searcher.doc(address)["number"][0] for _, address in hits]
        return []

    return find


if __name__ == "__main__":
    sys.exit(run(prepare))

"""What is called by which name, and in whose words."""

import pandas as pd

from analysis.measures.frames import OWN
from analysis.ranking import by_frequency
from analysis.schemes import Labels


def label_voices(hits: pd.DataFrame, labels: Labels) -> pd.DataFrame:
    """One row per referent, variant and voice that uses it: how many labels in how many documents.

    hits: the labels table; in the words of the outlets the voice is OWN. Referents and variants in the order of the
    codebook, voices by their number of labels, OWN first. Columns as in the schema label_voices.
    """
    names = pd.DataFrame(
        [(r.id, r.name_ar, v.id, v.name_ar) for r in labels.referents for v in r.variants],
        columns=["referent", "referent_ar", "variant", "variant_ar"],
    )
    counts = hits.groupby(["referent", "variant", "voice"]).agg(
        n_labels=("start", "size"), n_documents=("doc_id", "nunique")
    )
    rows = (
        names.rename_axis("place")
        .reset_index()
        .merge(counts.reset_index(), on=["referent", "variant"], validate="one_to_many")
    )
    total = by_frequency(hits["voice"])
    rank = {voice: number for number, voice in enumerate([OWN, *(voice for voice in total.index if voice != OWN)])}
    rows = rows.assign(rank=rows["voice"].map(rank)).sort_values(["place", "rank"])
    columns = ["referent", "referent_ar", "variant", "variant_ar", "voice", "n_labels", "n_documents"]
    return rows[columns].reset_index(drop=True)

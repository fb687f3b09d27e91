"""What every table holds: each column with type, meaning and key. The data dictionary is made from this."""

from pandera.pandas import Check, Column, DataFrameSchema

ROLES = ("headline", "deck", "dateline", "caption", "pull_quote", "credit", "furniture", "body", "blank")
STANCES = ("neutral", "assertive", "evaluative", "directive", "distancing")
MODES = ("own", "indirect", "direct")
VERDICTS = ("holds", "weakens", "breaks", "cannot be tested")
CODED = ("headline", "deck", "body")  # the roles whose sentences are coded: an outlet's own wording


def text(description: str, **options) -> Column:
    """A text column; empty means not known."""
    return Column("str", description=description, **options)


def whole(description: str, unit: str, key: str = "") -> Column:
    """A column of whole numbers from 0."""
    return Column("int64", Check.ge(0), description=description, metadata={"unit": unit, "key": key})


def place(description: str) -> Column:
    """A column of offsets that may be missing: -1."""
    return Column("int64", Check.ge(-1), description=description, metadata={"unit": "code points"})


def share(description: str) -> Column:
    """A column of shares between 0 and 1; empty where nothing may be said."""
    return Column("float64", Check.between(0, 1), nullable=True, description=description, metadata={"unit": "share"})


def coefficient(description: str) -> Column:
    """A column of agreement beyond chance: 1 is perfect, 0 that of chance; empty where it is not defined."""
    return Column("float64", Check.between(-1, 1), nullable=True, description=description, metadata={"unit": "alpha"})


DOC = text("id of the document", metadata={"key": "documents.doc_id"})
START = whole("where it starts in texts.text", "code points")
END = whole("where it ends, exclusive", "code points")
SENTENCE = whole("the sentence it stands in, counted from 0 in its document", "index")
FRAME = text("id of the frame in the codebook")
MODE = text("own (the outlet's), direct (quoted) or indirect (reported)", checks=Check.isin(MODES))
VOICE = text("'outlet', or the speaker's short name; empty where nobody is named")
OUTLET = {
    "outlet": text("id of the outlet"),
    "outlet_name_ar": text("the outlet's name in Arabic"),
    "outlet_name_en": text("the outlet's name in English"),
}
AGREEMENT = {
    "alpha": coefficient("Krippendorff's alpha, nominal; empty where all codes are one value"),
    "low": coefficient("lower end of alpha's interval (bootstrap of sentences); empty where resampling cannot tell"),
    "high": coefficient("upper end of the interval"),
    "percent": share("share of agreeing pairs of codes"),
    "ac1": coefficient("Gwet's AC1"),
    "ac1_se": Column(
        "float64",
        Check.ge(0),
        nullable=True,
        description="standard error of AC1; empty where all agree",
        metadata={"unit": "alpha"},
    ),
}
VALIDATED = {
    "frame": FRAME,
    "name_ar": text("the frame's name in Arabic"),
    "n_sentences": whole("sentences with a settled code of the frame", "sentences"),
    "n_unsettled": whole("coded sentences left out: coders differ and nobody settled", "sentences"),
    "n_coded": whole("of n_sentences, those in which coders see the frame", "sentences"),
    "n_found": whole("of n_sentences, those in which the codebook finds it", "sentences"),
    "precision": share("of the sentences found, those in which coders see the frame; empty without one"),
    "recall": share("of the sentences in which coders see the frame, those found; empty without one"),
    "f1": share("harmonic mean of precision and recall; empty where the frame is neither seen nor found"),
    **AGREEMENT,
}
TERM = text("the codebook entry, in dictionary form")


def _schema(name: str, description: str, unique: list[str], **columns: Column) -> DataFrameSchema:
    return DataFrameSchema(columns, name=name, description=description, unique=unique, strict=True, ordered=True)


SCHEMAS = {
    schema.name: schema
    for schema in (
        _schema(
            "documents",
            "One row per article: where it comes from and how it was read.",
            ["doc_id"],
            doc_id=text("id: the file's stem, or the id column of a tabular corpus"),
            outlet=text("id of the outlet; 'unknown' where no source names one"),
            outlet_name_ar=text("the outlet's name in Arabic"),
            outlet_name_en=text("the outlet's name in English"),
            published=text("date of publication, ISO 8601", checks=Check.str_matches(r"^(\d{4}-\d{2}-\d{2})?$")),
            date_basis=text("how the date is known"),
            event=text("id of the event that the article reports"),
            credit=text("agency or other source that the article credits"),
            url=text("address of the article"),
            headline=text("the article's title as printed; empty where the text has none"),
            path=text("the file it was read from, relative to the study"),
            encoding=text("encoding of the file's bytes"),
            restored=text("what was undone to get logical order: 'presentation forms', 'visual order'"),
            sha256=text("SHA-256 of the file's bytes (tabular corpora: of the text in UTF-8)"),
            n_chars=whole("length of texts.text", "code points"),
            n_words=whole("words in headline, deck and body lines", "words"),
            duplicate_of=text("id of the first document with exactly the same text"),
        ),
        _schema(
            "texts",
            "The decoded raw texts, to which every offset refers.",
            ["doc_id"],
            doc_id=DOC,
            text=text("the text in logical order; byte order mark removed, line ends as they were"),
        ),
        _schema(
            "lines",
            "One row per physical line; the lines with their endings joined are the text.",
            ["doc_id", "line"],
            doc_id=DOC,
            line=whole("number of the line in its document, from 0", "index"),
            start=START,
            end=END,
            ending=text("the characters that end the line"),
            role=text("what the line is in the article", checks=Check.isin(ROLES)),
            rule=text("the rule that decided the role"),
        ),
        _schema(
            "sentences",
            "One row per sentence of every line that is not blank.",
            ["doc_id", "sentence"],
            doc_id=DOC,
            sentence=whole("number of the sentence in its document, from 0", "index"),
            line=whole("the line it stands in", "index"),
            start=START,
            end=END,
            role=text("the role of its line", checks=Check.isin(ROLES)),
        ),
        _schema(
            "tokens",
            "One row per word, in the order of the texts.",
            ["doc_id", "start"],
            doc_id=DOC,
            sentence=SENTENCE,
            start=START,
            end=END,
            type_id=whole("its type", "index", key="types.type_id"),
        ),
        _schema(
            "types",
            "One row per distinct written form in the corpus.",
            ["type_id"],
            type_id=whole("number of the type", "index"),
            form=text("the form as written"),
            folded=text("the key under which forms are compared, never shown"),
            lemma=text("folded lemma"),
            keys=text("the folded keys under which a codebook finds it, one space between"),
            n=whole("tokens of the type in the corpus", "words"),
        ),
        _schema(
            "frame_hits",
            "One row per place where a codebook entry invokes a frame, in headline, deck and body lines.",
            ["doc_id", "start", "end", "frame", "entry"],
            doc_id=DOC,
            sentence=SENTENCE,
            start=START,
            end=END,
            frame=FRAME,
            entry=TERM,
            voice=VOICE,
            mode=MODE,
        ),
        _schema(
            "labels",
            "One row per place where something is called by one of its competing names, in a coded line.",
            ["doc_id", "start"],
            doc_id=DOC,
            sentence=SENTENCE,
            start=START,
            end=END,
            referent=text("id of what is named"),
            variant=text("id of the name"),
            entry=TERM,
            voice=VOICE,
            mode=MODE,
        ),
        _schema(
            "quotes",
            "One row per span between quotation marks in headline, deck and body lines; the marks are not in it.",
            ["doc_id", "quote"],
            doc_id=DOC,
            quote=whole("number of the quotation in its document, from 0", "index"),
            start=START,
            end=END,
            kind=text("speech, name or scare quotes", checks=Check.isin(("speech", "name", "scare"))),
            closed=Column("bool", description="whether a closing mark ends it"),
            speaker=text("who is presented as saying it, by short name; of speech only"),
            cue=text("the reporting word that introduces it, as written, without attached و or ف"),
            cue_start=place("where the cue starts in texts.text; -1 without a cue"),
            cue_end=place("where it ends, exclusive; -1 without a cue"),
            rule=text("the rules that decided its end and its speaker, and how sure they are"),
        ),
        _schema(
            "cues",
            "One row per reporting word or source phrase in body lines.",
            ["doc_id", "start"],
            doc_id=DOC,
            start=START,
            end=END,
            cue=text("the reporting word as written, without attached و or ف"),
            speaker=text("whose words it presents, by short name; empty where nobody is named"),
            content=text("direct, indirect or mixed", checks=Check.isin(("direct", "indirect", "mixed"))),
            stance=text("how the word presents the content", checks=Check.isin(STANCES)),
            rule=text("the rule that found the speaker, and how sure it is"),
        ),
        _schema(
            "voices",
            "Spans that give every character of headline, deck and body lines to one voice.",
            ["doc_id", "start"],
            doc_id=DOC,
            start=START,
            end=END,
            voice=VOICE,
            mode=MODE,
            rule=text("the rule that decided"),
        ),
        _schema(
            "entries",
            "One row per codebook entry, with what it found; an entry that matches nothing has n_hits 0.",
            ["frame", "entry"],
            frame=FRAME,
            entry=TERM,
            why=text("the reason for the entry"),
            n_hits=whole("places it matched", "hits"),
            n_documents=whole("documents it matched in", "documents"),
            forms=text("the forms it matched, most frequent first, with their counts"),
        ),
        _schema(
            "frame_shares",
            "One row per outlet and frame: how many of the outlet's sentences invoke the frame.",
            ["outlet", "frame"],
            **OUTLET,
            frame=FRAME,
            name_ar=text("the frame's name in Arabic"),
            n_documents=whole("documents of the outlet", "documents"),
            n_sentences=whole("coded sentences of the outlet (headline, deck, body)", "sentences"),
            n_with=whole("of these, sentences with at least one hit of the frame", "sentences"),
            share=share("n_with / n_sentences"),
            low=share("lower end of the interval (document bootstrap); empty with too few documents"),
            high=share("upper end of the interval"),
            rest_low=share("the least share when one article in turn is left out; empty with one article"),
            rest_high=share("the greatest share when one article in turn is left out"),
        ),
        _schema(
            "frame_differences",
            "One row per frame: how far the outlets' shares lie apart, and how often lots would do the same.",
            ["frame"],
            frame=FRAME,
            name_ar=text("the frame's name in Arabic"),
            n_outlets=whole("outlets with enough documents", "outlets"),
            n_documents=whole("their documents", "documents"),
            range=share("largest minus smallest share of an outlet"),
            p=share("p-value: documents exchanged between outlets"),
            q=share("p adjusted for the false-discovery rate over the frames"),
        ),
        _schema(
            "validation",
            "One row per frame: what the codebook finds against what coders see.",
            ["frame"],
            **VALIDATED,
        ),
        _schema(
            "outlet_validation",
            "One row per outlet and frame: what the codebook finds against what coders see.",
            ["outlet", "frame"],
            **OUTLET,
            **VALIDATED,
        ),
        _schema(
            "coder_agreement",
            "One row per frame and pair of coders, and one for all of them: how far they agree.",
            ["coders", "frame"],
            coders=text("ids of the coders"),
            n_coders=whole("how many they are", "coders"),
            frame=FRAME,
            name_ar=text("the frame's name in Arabic"),
            n_sentences=whole("sentences that two or more of them coded", "sentences"),
            n_coded=whole("of these, sentences in which one or more see the frame", "sentences"),
            **AGREEMENT,
        ),
        _schema(
            "frame_modes",
            "One row per outlet, frame and mode: whose words invoke the frame, each sentence counted once.",
            ["outlet", "frame", "mode"],
            **OUTLET,
            n_sentences=whole("coded sentences of the outlet (headline, deck, body)", "sentences"),
            frame=FRAME,
            name_ar=text("the frame's name in Arabic"),
            mode=MODE,
            n_with=whole("sentences that invoke it in this mode; own before direct before indirect", "sentences"),
            share=share("n_with / n_sentences"),
        ),
        _schema(
            "frame_voices",
            "One row per voice and frame: how often the words of the voice invoke the frame.",
            ["voice", "frame"],
            voice=text("'outlet' for the outlets' own words, or a leading speaker"),
            frame=FRAME,
            name_ar=text("the frame's name in Arabic"),
            n_sentences=whole("sentences with words of the voice", "sentences"),
            n_with=whole("of these, sentences in which its words invoke the frame", "sentences"),
            share=share("n_with / n_sentences"),
        ),
        _schema(
            "cooccurrence",
            "One row per pair of frames: how often both are invoked in one sentence.",
            ["frame", "other"],
            frame=FRAME,
            name_ar=text("the frame's name in Arabic"),
            other=text("id of the other frame"),
            other_name_ar=text("the other frame's name in Arabic"),
            n_frame=whole("sentences with the first", "sentences"),
            n_other=whole("sentences with the other", "sentences"),
            n_both=whole("sentences with both", "sentences"),
            jaccard=share("n_both / (n_frame + n_other − n_both); empty where neither occurs"),
        ),
        _schema(
            "label_voices",
            "One row per referent, variant and voice: who calls it so how often.",
            ["referent", "variant", "voice"],
            referent=text("id of what is named"),
            referent_ar=text("its name in Arabic"),
            variant=text("id of the name"),
            variant_ar=text("the name's name in Arabic"),
            voice=text("'outlet' for the outlets' own words, or a speaker; empty where nobody is named"),
            n_labels=whole("labels", "labels"),
            n_documents=whole("documents with one", "documents"),
        ),
        _schema(
            "robustness",
            "One row per finding and scenario: whether the difference between two outlets survives another definition.",
            ["frame", "scenario"],
            frame=FRAME,
            name_ar=text("the frame's name in Arabic"),
            more=text("the outlet with the larger share"),
            less=text("the outlet with the smallest share"),
            scenario=text("what is done otherwise"),
            contrast=Column(
                "float64",
                Check.between(-1, 1),
                nullable=True,
                description="(share of more − share of less) / their sum under the scenario; empty where untestable",
                metadata={"unit": "share"},
            ),
            verdict=text("holds, weakens, breaks or cannot be tested", checks=Check.isin(VERDICTS)),
        ),
        _schema(
            "voice_shares",
            "One row per outlet and mode: how many of the outlet's words are its own, reported and quoted.",
            ["outlet", "mode"],
            **OUTLET,
            mode=MODE,
            n_documents=whole("documents of the outlet", "documents"),
            n_words=whole("words of the outlet in headline, deck and body lines", "words"),
            n_in=whole("of these, words in this mode", "words"),
            share=share("n_in / n_words"),
            low=share("lower end of the interval (document bootstrap); empty with too few documents"),
            high=share("upper end of the interval"),
        ),
        _schema(
            "speaker_shares",
            "One row per outlet and leading speaker: how much room the outlet gives to the speaker's words.",
            ["outlet", "speaker"],
            **OUTLET,
            n_words=whole("words of the outlet in headline, deck and body lines", "words"),
            n_articles=whole("documents of the outlet", "documents"),
            speaker=text("the speaker's name, as the articles have it most often"),
            n_direct=whole("words of the speaker given directly", "words"),
            n_indirect=whole("words of the speaker given indirectly", "words"),
            n_documents=whole("documents of the outlet with words of the speaker", "documents"),
            n_first=whole("documents of the outlet in which nobody speaks before", "documents"),
            n_last=whole("documents of the outlet in which nobody speaks after", "documents"),
            share=share("(n_direct + n_indirect) / n_words"),
        ),
        _schema(
            "reporting_words",
            "One row per outlet, leading speaker and stance: the reporting words that present the speaker so.",
            ["outlet", "speaker", "stance"],
            **OUTLET,
            speaker=text("the speaker's name, as the articles have it most often"),
            stance=text("how the words present what is said", checks=Check.isin(STANCES)),
            n_cues=whole("reporting words", "reporting words"),
            cues=text("the words, most frequent first, with their counts"),
        ),
        _schema(
            "voice_strip",
            "One row per stretch of one voice within one sentence of one article.",
            ["doc_id", "start"],
            doc_id=DOC,
            line=whole("the line it stands in", "index"),
            sentence=SENTENCE,
            start=START,
            end=END,
            voice=VOICE,
            mode=MODE,
            n_words=whole("words that begin in it", "words"),
        ),
        _schema(
            "line_roles",
            "One row per document and line role: how much of the text it takes.",
            ["doc_id", "role"],
            doc_id=DOC,
            outlet_name=text("the outlet's name as shown"),
            role=text("what the lines are in the article", checks=Check.isin(ROLES)),
            n_lines=whole("lines with the role", "lines"),
            n_chars=whole("characters in them, line ends left out", "code points"),
        ),
    )
}

"""How figures name the voices, and name and fill the three modes of speech: own, reported, quoted."""

from analysis.charts.style import BAR, OWN, Fill

NAMES = {"own": "كلام الوسيلة", "indirect": "منقول بالمعنى", "direct": "منقول بالنص"}
UNNAMED = "غير مسمى"
OUTLET = "outlet"  # the voice of the outlets' own words
OUTLETS = "كلام الوسائل نفسها"
OTHERS = "آخرون"


def voice_name(voice: str) -> str:
    """Return how a figure of all outlets names a voice: the outlets' own, a speaker, or nobody named ('')."""
    return OUTLETS if voice == OUTLET else voice.strip() or UNNAMED


def fill(mode: str, colour: str = BAR) -> Fill:
    """Return what fills a mark of `mode`: grey, or a speaker's colour, plain if quoted and striped if reported."""
    return Fill(OWN) if mode == "own" else Fill(colour, striped=mode == "indirect")

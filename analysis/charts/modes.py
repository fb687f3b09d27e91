"""How figures name and fill the three modes of speech: own, reported, quoted."""

from analysis.charts.style import BAR, OWN, Fill

NAMES = {"own": "كلام الوسيلة", "indirect": "منقول بالمعنى", "direct": "منقول بالنص"}
UNNAMED = "غير مسمى"


def fill(mode: str, colour: str = BAR) -> Fill:
    """Return what fills a mark of `mode`: grey, or a speaker's colour, plain if quoted and striped if reported."""
    return Fill(OWN) if mode == "own" else Fill(colour, striped=mode == "indirect")

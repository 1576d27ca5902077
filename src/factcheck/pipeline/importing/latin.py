"""Text in some one-byte Latin encoding → which one, told by the alphabets it makes sense in."""

from __future__ import annotations

_SIGNS = frozenset("‘’‚“”„–—…•€£§©®°«»¿¡·™\u00a0")
_WESTERN = (
    "àâæçéèêëîïôœùûü",  # French
    "äöüß",
    "áéíñóúü",  # Spanish
    "àáâãçéêíóôõúü",  # Portuguese
    "àèéìíòóùú",  # Italian, Catalan
    "åäæéöø",  # Danish, Norwegian, Swedish
    "áæðéíóöúýþ",  # Icelandic
)
_ALPHABETS: dict[str, tuple[str, ...]] = {
    "cp1252": _WESTERN,
    "cp1250": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "ćčđšž",  # Croatian, Slovene
        "âîăşţ",  # Romanian
    ),
    "cp1254": ("âçğîıöşûü",),
    "cp1257": ("āčēģīķļņšūž", "ąčėęįšūųž", "äõöšüž"),  # Latvian, Lithuanian, Estonian
    "mac_roman": _WESTERN,
}
"""The letters beyond a-z of the languages each encoding is used for; the likelier one first."""


def latin_encoding(sample: bytes) -> str:
    """The encoding in which most characters above ASCII belong to one language's alphabet.

    Where no language accounts for half of them it is "utf-8", whose broken places then show.
    """
    scores = {encoding: _best_share(sample, encoding) for encoding in _ALPHABETS}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] > 0.5 else "utf-8"


def _best_share(sample: bytes, encoding: str) -> float:
    """The share of characters above ASCII that one alphabet or usual punctuation accounts for."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = [c.lower() for c in text if not c.isascii()]
    if not beyond:
        return 0.0
    signs = sum(c in _SIGNS for c in beyond)
    return max(signs + sum(c in letters for c in beyond) for letters in map(set, _ALPHABETS[encoding])) / len(beyond)

from __future__ import annotations

import codecs
import random

import pytest

from factcheck.errors import UnreadableInput
from factcheck.pipeline.reading.decoding import decode
from factcheck.pipeline.reading.document import RawDocument

RUSSIAN = "Министерство сообщило в четверг, что завод закрыт. «Никто не пострадал», — заявил мэр."
FRENCH = "Le ministère a déclaré jeudi que l’usine était fermée. « Personne n’a été blessé », a assuré le préfet."
POLISH = (
    "Ministerstwo oświadczyło w czwartek, że zakład został zamknięty. „Nikt nie został ranny” – powiedział burmistrz."
)
SPANISH = "El alcalde dijo que la fábrica cerró por la mañana. Los vecinos afirman que tres obreros están heridos."
CHINESE = "市长周四表示，工厂已经关闭，没有人受伤。居民则称三名工人被送往医院，政府否认了这一说法。"


def read(data: bytes, declared: str = "", content_type: str = "") -> str:
    return decode(RawDocument(data, "story.txt", content_type=content_type), declared)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, "The plant was closed, the mayor said."])
def test_unicode_of_every_width_is_read_with_and_without_a_mark(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)) == text


def test_a_big_endian_mark_is_understood() -> None:
    assert read(codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be")) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN.translate(str.maketrans("", "", "«»—")), "koi8-r"),
        (FRENCH, "cp1252"),
        (SPANISH, "cp1252"),
        (POLISH, "cp1250"),
        (CHINESE, "gb18030"),
    ],
)
def test_undeclared_national_encodings_are_recognised(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)) == text


def test_a_declared_encoding_beats_a_guess() -> None:
    assert read("Ķēniņš".encode("cp1257"), declared="windows-1257") == "Ķēniņš"
    assert read("Ķēniņš".encode("cp1257"), content_type="text/plain; charset=windows-1257") == "Ķēniņš"


def test_latin_1_means_what_browsers_mean() -> None:
    assert read("“Never” – he said €5".encode("cp1252"), declared="iso-8859-1") == "“Never” – he said €5"


def test_utf_8_is_seen_under_a_wrong_label() -> None:
    assert read(FRENCH.encode(), declared="windows-1252", content_type="text/html; charset=latin1") == FRENCH


def test_a_label_that_names_no_encoding_is_passed_over() -> None:
    for label in ("x-unknown", "zip", "hex", "", "\0"):
        assert read(FRENCH.encode("cp1252"), declared=label) == FRENCH


def test_one_damaged_byte_does_not_turn_the_rest_into_another_alphabet() -> None:
    data = bytearray((RUSSIAN * 3).encode())
    data[40] = 0xFF
    text = read(bytes(data))
    assert text.count("\ufffd") in (1, 2)
    assert text.endswith("заявил мэр.")


@pytest.mark.parametrize("size", [100, 1000, 100_000])
def test_random_bytes_are_no_text(size: int) -> None:
    with pytest.raises(UnreadableInput, match=r"story\.txt"):
        read(random.Random(size).randbytes(size))


def test_a_picture_is_no_text() -> None:
    with pytest.raises(UnreadableInput):
        read(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89")

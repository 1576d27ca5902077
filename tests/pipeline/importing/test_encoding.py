from __future__ import annotations

import pytest

from factcheck.errors import InvalidValue, UnreadableInput
from factcheck.pipeline.importing.encoding import decode, detect_encoding

WESTERN = "claim_text,speaker\nLe pont est fermé depuis l’été,José\n“It’s over”, said the mayor – naïvely,Zoë\n"
RUSSIAN = "claim_text,speaker\nМост закрыт с пятницы,Иванов\nНалоги снизились на десять процентов,Петрова\n"
ARABIC = "claim_text,speaker\nالجسر مغلق منذ يوم الجمعة,سالم\n"


@pytest.mark.parametrize("text", [WESTERN, RUSSIAN, ARABIC, "claim_text\nplain\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "claims.csv").text == text


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", WESTERN),
        ("cp1252", "Prices rose by 5 % – that is “not much”.\n"),
        ("cp1252", "Broen over fjorden på Ærø er lukket, sagde borgmesteren.\n"),
        ("cp1252", "La città è più sicura di così.\n"),
        ("cp1252", "Brúin er lokuð síðan á föstudag, sagði það.\n"),
        ("cp1250", "Most zamknięto w piątek, powiedział burmistrz. Podatki spadły o połowę.\n"),
        ("cp1250", "Most přes řeku uzavřeli v pátek, řekl starosta města.\n"),
        ("cp1254", "Belediye başkanı köprünün kapandığını söyledi.\n"),
        ("mac_roman", "Le pont est fermé à Genève, dit “Zoë”.\n"),
        ("cp1251", RUSSIAN),
        ("koi8_r", RUSSIAN),
        ("cp1256", ARABIC * 3),
        ("cp1253", "Η γέφυρα έκλεισε την Παρασκευή, είπε ο δήμαρχος της πόλης.\n"),
        ("shift_jis", "市長は橋が金曜日から閉鎖されていると述べた。\n"),
        ("gb18030", "市长说大桥从星期五开始关闭,税收下降了百分之十。\n" * 3),
    ],
)
def test_older_encodings_are_told_apart(codec: str, text: str) -> None:
    assert decode(text.encode(codec), "claims.csv").text == text


def test_the_encoding_that_was_found_is_named() -> None:
    assert detect_encoding(b"\xef\xbb\xbfclaim") == "utf-8-sig"
    assert detect_encoding("claim\n".encode("utf-16-be")) == "utf-16-be"
    assert detect_encoding("été\n".encode("cp1252")) == "cp1252"


def test_a_given_encoding_is_used_instead_of_the_detected_one() -> None:
    decoded = decode("Мост".encode("cp866"), "claims.csv", "cp866")
    assert (decoded.text, decoded.encoding) == ("Мост", "cp866")


@pytest.mark.parametrize("encoding", ["klingon", "base64", "undefined", "", "idna\x00"])
def test_an_encoding_that_does_not_exist_is_refused_or_ignored(encoding: str) -> None:
    if not encoding:
        assert decode(b"claim", "claims.csv", encoding).encoding == "utf-8"
        return
    with pytest.raises(InvalidValue, match="encoding"):
        decode(b"claim", "claims.csv", encoding)


def test_a_few_broken_bytes_leave_the_rest_of_a_utf8_file_readable() -> None:
    decoded = decode("Le café\nLe thé\n".encode() + b"Le th\xe9\n", "claims.csv")
    assert decoded.encoding == "utf-8"
    assert decoded.text == "Le café\nLe thé\nLe th\udcff\n"


def test_replacement_characters_that_stand_in_the_file_are_no_damage() -> None:
    assert decode("it\ufffds over\n".encode(), "claims.csv").text == "it\ufffds over\n"


def test_bytes_that_no_language_explains_show_as_broken_utf8() -> None:
    assert decode(b"claim_text\nBad \xff\xfe row\n", "claims.csv").text == "claim_text\nBad \udcff\udcff row\n"


@pytest.mark.parametrize("data", [b"claim\x00text\n", b"\x00\x00\x00\x00", bytes(range(1, 32)) * 10])
def test_binary_data_is_refused_with_a_way_out(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="binary") as caught:
        decode(data, "claims.csv")
    assert "CSV" in caught.value.hint


def test_line_ends_of_every_system_become_one() -> None:
    assert decode(b"a\r\nb\rc\n", "claims.csv").text == "a\nb\nc\n"

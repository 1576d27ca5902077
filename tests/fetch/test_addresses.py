from __future__ import annotations

import time
from ipaddress import ip_address

import pytest

from factcheck.errors import FetchFailed, RefusedAddress
from factcheck.fetch.addresses import allowed_addresses, is_public, resolve

PUBLIC = [
    "8.8.8.8",
    "93.184.216.34",
    "2606:4700:4700::1111",
    "2a00:1450:4001:830::200e",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
]

NOT_PUBLIC = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::808:808",
    "100::1",
    "2001:0:808:808::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:a00:1::1",
    "2002:c0a8:101::1",
    "2606:4700::5efe:7f00:1",
    "2606:4700::200:5efe:a00:1",
    "3fff::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_inside_or_out_of_use_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


def look_up(*addresses: str) -> list[str]:
    return allowed_addresses(
        "news.example", 443, resolver=lambda host, port: addresses, is_allowed=is_public, seconds=2
    )


def test_all_public_addresses_of_a_host_are_handed_on_in_order() -> None:
    assert look_up("8.8.8.8", "2606:4700::1111") == ["8.8.8.8", "2606:4700::1111"]


def test_one_private_address_among_public_ones_refuses_the_host() -> None:
    with pytest.raises(RefusedAddress, match=r"news\.example is not a public address \(10\.0\.0\.5\)"):
        look_up("8.8.8.8", "10.0.0.5")


def test_a_host_without_addresses_is_a_failed_fetch() -> None:
    with pytest.raises(FetchFailed, match=r"no host named news\.example"):
        look_up()


def test_a_slow_resolver_is_left_behind() -> None:
    def slow(host: str, port: int) -> list[str]:
        time.sleep(1.5)
        return ["8.8.8.8"]

    start = time.monotonic()
    with pytest.raises(FetchFailed, match="took too long"):
        allowed_addresses("news.example", 443, resolver=slow, is_allowed=is_public, seconds=0.1)
    assert time.monotonic() - start < 1


def test_a_broken_resolver_is_not_taken_for_an_unknown_host() -> None:
    def broken(host: str, port: int) -> list[str]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        allowed_addresses("news.example", 443, resolver=broken, is_allowed=is_public, seconds=1)


def test_the_system_resolver_names_each_address_once() -> None:
    found = resolve("localhost", 80)
    assert "127.0.0.1" in found
    assert len(found) == len(set(found))

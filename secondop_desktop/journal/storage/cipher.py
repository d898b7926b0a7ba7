"""How SQLCipher 4 lays out a file with its defaults, as far as we look at it ourselves.

The design is told in the SQLCipher documentation, "Design": the first 16 bytes of the file are a
salt; each page of 4096 bytes ends in 16 bytes of an initialisation vector and 64 of a hash.
"""

import hashlib
import hmac
import math
from collections import Counter
from dataclasses import dataclass

PAGE = 4096
SALT = 16
RESERVED = 80
"""Bytes at the end of each page that hold no data: the vector and the hash."""
_HASH = 64
ROUNDS = 256_000
_HASH_TIMES, _HASH_SALT = 2, 0x3A
_FROM_NOISE = 8.0
"""How many standard deviations the bytes of a page may differ from evenly drawn ones."""


@dataclass(frozen=True, repr=False)
class Key:
    """What opens one file: 32 bytes derived from a passphrase, and the salt they belong to."""

    secret: bytes
    salt: bytes

    @property
    def told(self) -> str:
        """The form in which SQLCipher takes a key that needs no more deriving."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def derive(passphrase: str, salt: bytes) -> Key:
    """Derive the key as SQLCipher does (PBKDF2-HMAC-SHA512); takes about a tenth of a second."""
    secret = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, ROUNDS, 32)
    return Key(secret, salt)


def page_fits(page: bytes, number: int, key: Key) -> bool:
    """Tell whether a page (counted from 1) was written with this key, and is whole."""
    masked = bytes(one ^ _HASH_SALT for one in key.salt)
    hashing = hashlib.pbkdf2_hmac("sha512", key.secret, masked, _HASH_TIMES, 32)
    told = page[SALT if number == 1 else 0 : PAGE - _HASH] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.digest(hashing, told, "sha512"), page[PAGE - _HASH : PAGE])


def decrypted(page: bytes, number: int, key: Key) -> bytes:
    """Return what a page (counted from 1) holds, whole or harmed, and zeros for what is reserved.

    Only mending needs this: SQLCipher itself gives nothing of a page whose hash does not fit.
    """
    from Cryptodome.Cipher import AES

    start = SALT if number == 1 else 0
    vector = page[PAGE - RESERVED : PAGE - _HASH]
    plain = AES.new(key.secret, AES.MODE_CBC, vector).decrypt(page[start : PAGE - RESERVED])
    return page[:start] + plain + bytes(RESERVED)


def looks_encrypted(first_page: bytes) -> bool:
    """Tell whether a page looks like noise, as every encrypted one does and few other files."""
    if len(first_page) < PAGE:
        return False
    even = PAGE / 256
    counted = Counter(first_page)
    squares = sum((counted[byte] - even) ** 2 / even for byte in range(256))
    return abs(squares - 255) < _FROM_NOISE * math.sqrt(2 * 255)

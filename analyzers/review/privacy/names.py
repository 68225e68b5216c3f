"""How strongly a name suggests a secret: `db_password` fully, `token` somewhat, `sort_key` hardly at all."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from reread.analyzers.secrets.vocabulary import forms, words


class Strength(IntEnum):
    """The evidence of a name: a CERTAIN one makes any value a secret, the others require a look at the value."""

    NONE = 0
    FAINT = 1
    POSSIBLE = 2
    CERTAIN = 3


HINT = re.compile(
    forms(
        """
        pass pwd pw psw secr scrt tok key cred auth salt pepper dsn pin otp jwt bearer cookie sess sid sas psk hook
        communit cert hmac sig mnemonic seed phrase kenn wacht contras senha mdp mot.?de.?p clave has[lł]o lozink heslo
        jelsz parola [sş]ifre salasana l[oö]senord adgangskode парол 密[码碼] 口令 パスワード 비밀번호 암호 code
        connectionstring connstr conn_str unlock license
        """
    ),
    re.IGNORECASE,
)
"""What every name has that says anything: a look for it costs less than taking each name apart."""

_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_A-Za-z]+")

_CERTAIN = words(
    """
    password passwords passwd passwds passphrase passphrases passcode passcodes pass pwd pwds pswd psw passw
    pword pw passwrd passe pasword secret secrets credential credentials cred creds apikey apikeys passwort kennwort
    wachtwoord contrasena senha motdepasse mdp haslo lozinka heslo jelszo parola sifre salasana losenord
    adgangskode passord пароль пароля 密码 密碼 口令 パスワード 비밀번호 암호
    mnemonic bindpw requirepass masterauth rootpw
    dbpw     passkey connectionstring privatekey accesskey accountkey encryptionkey signingkey masterkey sessionkey
    licensekey servicekey sharedkey authkey secretkey clientsecret authtoken apitoken accesstoken refreshtoken
    bearertoken sastoken storagekey hmackey aeskey deskey cryptkey cipherkey rsakey sshkey deploykey appkey
    appsecret recoverycode backupcode otpsecret seedphrase recoveryphrase seedwords pincode securitycode
    unlockcode jwtkey accesscode authcode signkey encryptkey cryptokey instrumentationkey subscriptionkey
    functionkey primarykeysecret passprase userpass authpass dbpass keypass storepass snmpcommunity presharedkey
    dbpasswd userpw adminpw rootpass adminpass mypass pgpass ftppass smtppass mailpass sshpass
    """
)
_POSSIBLE = words(
    """
    token tokens auth authorization salt pepper dsn pin otp totp jwt bearer cookie cookies sid pat sas psk
    webhook community hmac sig signature clave seed sessionid session connstr connection phpsessid jsessionid
    csrftoken tok authentication
    """
)
_FAINT = words("key keys cert certificate sign code license")
_ENDINGS = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "apikey",
    "token",
    "pwd",
    "passwort",
    "kennwort",
    "passcode",
    "wachtwoord",
]

_TAILS = words(
    """
    url uri urls endpoint field fields label name names type types path paths file filename files length len min
    max count regex regexp pattern policy help title message messages msg error errors text placeholder template
    view form class module header headers prefix suffix param params parameter column algorithm algo alg format
    expiry expires expiration ttl lifetime age timeout days hours seconds validator validators hasher hashers
    encoder manager service provider input widget required enabled disabled strength score rules rule size bits
    version scope scopes index position kind ref source store storage screen page route button link icon dialog
    test tests limit usage arn digest hint reset request requests response callback changed updated created
    rotation dir folder encoding bytes chars alphabet charset separator delimiter sep id ids mode status state
    method methods strategy handler listener factory builder option options flag flags prompt question
    description desc comment schema model table resource role user username host port realm issuer audience at
    by on
    """
)
_FLAG_PREFIXES = words(
    """
    is has show hide forgot min max allow allows enable enabled require requires required no num needs can
    should was non csrf xsrf next page continuation cancel cancellation primary foreign sort partition public
    cache
    """
)

HARMLESS_KEYS = words(
    """
    name username user login email mail host hostname server url uri port type kind scheme driver dialect region
    role database db dbname schema description title label id path file method algorithm provider namespace
    version enabled required env engine mechanism realm key ref from
    """
)
"""What stands beside a password in a group of credentials and is none."""


@lru_cache(maxsize=16_384)
def strength(name: str) -> Strength:
    """The evidence of a name. `db_password`, `clientSecret`, `API-KEY` are certain; `password_length` is faint."""
    if not HINT.search(name):
        return Strength.NONE
    parts = parts_of(name)
    joined = [*parts, *(first + second for first, second in pairwise(parts)), "".join(parts[-3:])]
    found = max(map(_of_word, joined), default=Strength.NONE)
    if found is Strength.NONE:
        return found
    last = next((part for part in reversed(parts) if not part.isdigit()), "")
    if (last in _TAILS and len(parts) > 1) or (len(parts) > 1 and parts[0] in _FLAG_PREFIXES):
        return Strength.FAINT
    return found


def _of_word(word: str) -> Strength:
    if word.endswith("s") and word[:-1] in _CERTAIN:
        return Strength.CERTAIN
    if word in _CERTAIN:
        return Strength.CERTAIN
    if word in _POSSIBLE:
        return Strength.POSSIBLE
    if len(word) > 5 and word.endswith(tuple(_ENDINGS)):
        return Strength.CERTAIN
    return Strength.FAINT if word in _FAINT else Strength.NONE


def parts_of(name: str) -> list[str]:
    """The words of a name in lower case and without accents."""
    if not name.isascii():
        name = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
        name = name.replace("ł", "l").replace("ı", "i")
    return [part.lower() for part in _PARTS.findall(name)]


def ends_with_secret(name: str) -> bool:
    """True for `setPassword` and `password`, False for `PasswordField`."""
    parts = parts_of(name)
    last = ("".join(parts[-1:]), "".join(parts[-2:]))
    return any(_of_word(word) is Strength.CERTAIN for word in last)

"""What carries a password without naming it: addresses, options of well-known commands, statements of SQL, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reread.analyzers.review.privacy.names import Strength
from reread.analyzers.review.privacy.values import is_strong, keeps_back, looks_random
from reread.analyzers.review.privacy.vocabulary import words
from reread.analyzers.text import Span


class _Carrier(NamedTuple):
    """Looked for only in texts that have `near`. `is_sure` takes any value, else it must have the look of one."""

    near: str
    pattern: re.Pattern[str]
    is_sure: bool = True


_V = r"(?P<secret>[^\s\"'`<>|;,]{3,200})"
_Q = r"[\"']?(?:[ \t=]{1,4}|[\"'],[ \t]{0,4})[\"']?"
_TOOLS = (
    r"(?:mysql\w*|mariadb\w*|sshpass|docker|podman|mongo\w*|redis-cli|ldap\w+|7za?|zip|unzip|smbclient|l?ftp|sqlcmd|bcp|isql"
    r"|xfreerdp|rdesktop|plink|pscp|az|oc|twine|helm|cf|svn|kinit|htpasswd|useradd|usermod|mosquitto_\w+|psql|pg_dump|vault"
    r"|nats|influx|cqlsh|cypher-shell|rabbitmqctl|keytool|openssl|curl|wget|http|net|snmpwalk|snmpget|impala-shell|beeline"
    r"|aws|gcloud|npm|gh|glab|heroku|fly|telnet|lpadmin|ipmitool|expect|sudo|ansible\w*|consul|clickhouse\w*|grafana-cli"
    r"|steamcmd|skopeo|buildah|crane|oras|regctl|nerdctl|ctr|borg|restic|rclone|gpg2?|p12|pkcs12|jarsigner|apksigner)"
)

_CARRIERS = (
    _Carrier(
        "@",
        re.compile(
            r"//[^\s:/@\"'`<>]{0,200}:(?P<secret>[^\s@\"'`<>]{1,300}(?:@[^\s@/\"'`<>.]{1,60})?)@(?=[\w\[$%.{\-])"
        ),
    ),
    _Carrier("@", re.compile(r"://(?P<secret>[A-Za-z0-9_\-]{16,200})(?::x-oauth-basic)?@"), is_sure=False),
    _Carrier(
        "@",
        re.compile(
            r"(?<![\w/:])(?!mailto:|sip:|xmpp:|acct:|https?:|npm:)[\w.\-+%]{1,60}:(?P<secret>[^\s:@/\"'`<>(){},]{3,100})@(?:(?:tcp|unix)?\(|/"
            r"|localhost|[\w\-]+(?:\.[\w\-]+)+|[\w\-]+:\d)"
        ),
    ),
    _Carrier(
        "@",
        re.compile(
            r"(?i)(?:thin:|sqlplus[ \t]+(?:-\w+[ \t]+){0,3}|oracle:|\b(?:exp|imp|expdp|impdp|rman|sqlldr)[ \t]+|userid=)[\"']?\w+/[\"']?(?P<secret>[^\s@/\"']{2,100})[\"']?@"
        ),
    ),
    _Carrier("sqlplus", re.compile(r"(?i)sqlplus[ \t]+(?:-\w+[ \t]+){0,3}[\"']?\w+/(?P<secret>[^\s@/\"']{2,100})")),
    _Carrier(
        "-",
        re.compile(
            rf"(?<![\w\-])(?:-u|--user|-U|--proxy-user|-a|--auth|-c|--creds|--credentials|-bu|--basic-auth){_Q}[\w.@\\\-+%]{{1,80}}[:%](?P<secret>[^\s\"'`|]{{1,200}})"
        ),
    ),
    _Carrier("-u", re.compile(r"(?<![\w\-])-u[\w.@\\\-]{1,60}:(?P<secret>[^\s\"'`|]{2,200})")),
    _Carrier(
        "-",
        re.compile(
            rf"\b{_TOOLS}\b[^\n|;]{{0,200}}?[ \t\"'](?:-p|-P|-w|-W|-passin|-passout|-k|-K|-A|-e)(?:{_Q}|(?=[^\s\-=]))(?:(?:pass|env):)?{_V}"
        ),
    ),
    _Carrier("pass:", re.compile(rf"(?:-pass\w{{0,4}}|-k)[ \t]+pass:{_V}")),
    _Carrier("sshpass", re.compile(rf"sshpass[ \t]+-p[ \t]*[\"']?{_V}")),
    _Carrier("/", re.compile(rf"(?i)\bnet[ \t]+use\b[^\n]{{0,200}}/user:\S+[ \t]+{_V}")),
    _Carrier("/", re.compile(rf"(?i)\bnet[ \t]+user[ \t]+[\w.\-]+[ \t]+(?!/){_V}")),
    _Carrier("/p", re.compile(rf"(?<=[\s\"'])/p(?:ass(?:word)?)?:{_V}")),
    _Carrier(
        "",
        re.compile(
            r"(?i)\bidentified[ \t]+(?:with[ \t]+[\w'\"]+[ \t]+)?(?:by|as)[ \t]+(?:password[ \t]+)?[\"']?(?P<secret>[^\"'\s;]{1,200})"
        ),
    ),
    _Carrier(
        "",
        re.compile(
            r"(?i)\b(?:password|pwd|pass(?:phrase)?|secret|encrypt|crypt|hash|md5|sha[12]|old_password|digest)[ \t]*\([ \t]*'(?P<secret>[^'\n]{3,200})'"
        ),
    ),
    _Carrier("", re.compile(r"(?i)\bpassword[ \t]+'(?P<secret>[^'\n]{1,200})'")),
    _Carrier(
        "|",
        re.compile(
            r"(?i)(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?(?:\"%s(?:\\n)?\"[ \t]+)?[\"']?(?:[\w.\-]+:)?(?P<secret>[^\"'|\n:]{1,200}?)[\"']?[ \t]*\|[^\n]{0,120}?(?:stdin|chpasswd|passwd|sudo[ \t]+-S|--with-token|kinit|gpg|--pass|cryptsetup|login)"
        ),
    ),
    _Carrier(
        "<<<",
        re.compile(
            r"(?i)\b(?:stdin|chpasswd|passwd|sudo[ \t]+-S|--with-token|kinit|login|secrets?)\b[^\n|]{0,80}<<<[ \t]*[\"']?(?:[\w.\-]+:)?(?P<secret>[^\"'\s]{3,200})"
        ),
    ),
    _Carrier(
        "$",
        re.compile(
            r"(?P<secret>\$(?:apr1|1|2[abxy]|5|6|y|argon2\w{0,2}|pbkdf2[\w\-]*|scrypt|P|H|S)\$[^\s:\"'`,<>]{8,200})"
        ),
    ),
    _Carrier("$", re.compile(r"(?P<secret>\bpbkdf2_sha\d+\$[^\s:\"'`,<>]{8,200})")),
    _Carrier(
        "",
        re.compile(
            r"(?i)\b(?:creds?|credentials?|log(?:ged)?[ \t]?(?:in|on)|logins?|sign[ \t]?in|auth|account|user(?:name)?/pass(?:word)?|authenticate)\b[^\n]{0,40}?(?<![\w/:.])[\w.@\-]{2,40}[ \t]?(?:/|:|\||,| and )[ \t]?(?P<secret>[^\s\"'`,;)/]{4,100})"
        ),
        is_sure=False,
    ),
    _Carrier(
        "",
        re.compile(
            r"(?im)^[ \t]*(?:[+\-*>#/]{1,3}[ \t]+)?(?:root|admin|administrator|sa|postgres|guest|oracle|deploy|test)[ \t]?[/:][ \t]?(?P<secret>[^\s\"'`,;)/:]{5,100})(?=:|\s|$)"
        ),
        is_sure=False,
    ),
    _Carrier(
        ":", re.compile(r"(?m)^[\w.*\-]{1,100}:(?:\d{2,5}|\*):[\w*\-]{1,60}:[\w*\-]{1,60}:(?P<secret>\S{1,200})$")
    ),
    _Carrier(
        "=",
        re.compile(
            r"(?i)[?&](?:key|sig|signature|code|access|s|k|t|hash|sid|apikey|auth|h)=(?P<secret>[^\s&\"'`<>#]{10,400})"
        ),
        is_sure=False,
    ),
    _Carrier(
        ":",
        re.compile(
            r"(?im)\b(?:x-)?[\w\-]*(?:authorization|auth|token|api-?key|secret)[\w\-]*[\"']?[ \t]*[:,=][ \t]*[\"']?(?:bearer|basic|token|apikey|digest|key|negotiate|aws)[ \t]+(?P<secret>[A-Za-z0-9_\-.=+/~:]{4,2000})"
        ),
    ),
    _Carrier(
        " ",
        re.compile(r"(?:\bBasic|\bBASIC|\bbasic)[ \t]+(?P<secret>[A-Za-z0-9+/]{8,400}={0,2})(?=[\"'`\s,;)]|\Z)"),
        is_sure=False,
    ),
    _Carrier("//", re.compile(r"(?i)hooks?\.[\w.\-]+/(?:[\w\-]+/)*(?P<secret>[A-Za-z0-9_\-]{16,200})"), is_sure=False),
    _Carrier(
        "/",
        re.compile(
            r"(?i)/(?:webhooks?|bot|token|hooks|secret|invite|reset|magic)s?/?(?:\d+[:/])?(?P<secret>[A-Za-z0-9_\-]{20,200})\b"
        ),
        is_sure=False,
    ),
)
_COOKIE = re.compile(r"(?i)(?:^|[\"'\s])(?:set-)?cookie[\"']?\s?[:,=]\s?[\"']?(?P<rest>[^\n\"']{4,2000})")
_COOKIE_VALUE = re.compile(r"[\w.\-]+=(?P<secret>[^;\s,]{8,1000})")
_NOT_A_PASSWORD = re.compile(
    r"\d{1,5}(?::\d+)*(?:/(?:tcp|udp))?|-.*|\$\(?\{?\w+.*|[\d.]+:[\d.:]+|[A-Z_]+|\.{1,2}/.*|/.*|%\w+%?|{.*"
)
_WORDS = words("password passwd pass pwd secret token user username port host x-oauth-basic stdin")


def carried(text: str) -> Iterator[Span]:
    """The values that addresses, commands, statements and files of passwords carry."""
    for carrier in _CARRIERS:
        if carrier.near and carrier.near not in text:
            continue
        for match in carrier.pattern.finditer(text):
            value = match["secret"].rstrip("),.")
            if not value or _NOT_A_PASSWORD.fullmatch(value) or value.lower() in _WORDS:
                continue
            if keeps_back(Strength.CERTAIN, value) and (carrier.is_sure or is_strong(value) or looks_random(value)):
                start = match.start("secret")
                yield Span(start, start + len(value))
    for match in _COOKIE.finditer(text):
        for value_match in _COOKIE_VALUE.finditer(text, *match.span("rest")):
            if is_strong(value_match["secret"]) or looks_random(value_match["secret"]):
                yield Span(*value_match.span("secret"))

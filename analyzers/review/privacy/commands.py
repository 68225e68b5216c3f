"""How shell commands and SQL statements are given passwords: one row each."""

from __future__ import annotations

from reread.analyzers.review.privacy.carrier import Carrier
from reread.analyzers.secrets.vocabulary import forms

_VALUE = r"(?P<secret>[^\s\"'`<>|;,]{3,200})"
_GAP = r"[\"']?(?:[ \t=]{1,4}|[\"'],[ \t]{0,4})[\"']?"
_TOOLS = forms(
    r"""
    mysql* mariadb* sshpass docker podman mongo* redis-cli ldap\w+ 7za? zip unzip smbclient l?ftp sqlcmd bcp isql
    xfreerdp rdesktop plink pscp az oc twine helm cf svn kinit htpasswd useradd usermod mosquitto_\w+ psql pg_dump vault
    influx cqlsh cypher-shell rabbitmqctl keytool openssl snmpwalk snmpget impala-shell beeline ipmitool ansible*
    clickhouse* skopeo buildah crane oras nerdctl rclone gpg2? jarsigner
    """
)
_STDIN = r"(?:stdin|chpasswd|passwd|sudo[ \t]+-S|--with-token|kinit|gpg|--pass|cryptsetup|login)"

COMMANDS = (
    Carrier(
        "-u --user --proxy-user -a --auth -c --creds --credentials --basic-auth -bu",
        r"(?<![\w\-])(?:-u|--user|-U|--proxy-user|-a|--auth|-c|--creds|--credentials|-bu|--basic-auth)"
        rf"{_GAP}[\w.@\\\-+%]{{1,80}}[:%](?P<secret>[^\s\"'`|]{{1,200}})",
    ),
    Carrier("-u", r"(?<![\w\-])-u[\w.@\\\-]{1,60}:(?P<secret>[^\s\"'`|]{2,200})"),
    Carrier(
        "-p -w -pass -k -a -e",
        rf"\b{_TOOLS}\b[^\n|;]{{0,200}}?[ \t\"'](?:-p|-P|-w|-W|-passin|-passout|-k|-K|-A|-e|-a)"
        rf"(?:{_GAP}|(?=[^\s\-=])[\"']?)(?:(?:pass|env):)?{_VALUE}",
    ),
    Carrier("pass:", rf"(?:-pass\w{{0,4}}|-k)[ \t]+pass:{_VALUE}"),
    Carrier("sshpass", rf"sshpass[ \t]+-p[ \t]*[\"']?{_VALUE}"),
    Carrier("/user:", rf"(?i)/user:\S+[ \t]+(?!/){_VALUE}"),
    Carrier("/user:", rf"(?i)\bnet[ \t]+use[ \t]+\S+(?:[ \t]+\S+)?[ \t]+{_VALUE}[ \t]+/user:"),
    Carrier("net", rf"(?i)\bnet[ \t]+user[ \t]+[\w.\-]+[ \t]+(?!/){_VALUE}"),
    Carrier("/p", rf"(?<![\w/.])/p(?:ass(?:word)?)?:{_VALUE}"),
    Carrier(
        "identified",
        r"(?i)\bidentified[ \t]+(?:with[ \t]+[\w'\"]+[ \t]+)?(?:by|as)[ \t]+(?:password[ \t]+)?[\"']?"
        r"(?P<secret>[^\"'\s;]{1,200})",
    ),
    Carrier(
        "('",
        r"(?i)\b(?:password|pwd|pass(?:phrase)?|secret|encrypt|crypt|hash|md5|sha[12]|old_password|digest)[ \t]*"
        r"\([ \t]*'(?P<secret>[^'\n]{3,200})'",
    ),
    Carrier("password", r"(?i)\bpassword[ \t]+'(?P<secret>[^'\n]{1,200})'"),
    Carrier(
        "echo printf",
        r"(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?(?:[\"']%s(?:\\n)?[\"'][ \t]+)?[\"']?(?:[\w.\-]+:)?"
        rf"(?P<secret>[^\"'|\n:]{{1,200}}?)[\"']?[ \t]*\|[^\n]{{0,120}}?{_STDIN}",
    ),
    Carrier("<<<", rf"{_STDIN}[^\n|]{{0,80}}<<<[ \t]*[\"']?(?:[\w.\-]+:)?(?P<secret>[^\"'\s]{{3,200}})"),
    Carrier(
        "<<<",
        rf"(?i)\b\w*(?:pass|passwd|password|passphrase|pwd|pw|secret|token|key)[ \t]*<<<[ \t]*[\"']?{_VALUE}",
    ),
    Carrier("<(", rf"<\([ \t]*(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?[\"']?{_VALUE}[\"']?[ \t]*\)", is_sure=False),
    Carrier("--from-literal", rf"--from-literal[ \t=][\"']?[\w.\-]{{1,80}}={_VALUE}"),
    Carrier("htpasswd", rf"htpasswd[ \t]+-\w*b\w*(?:[ \t]+-\w+)*[ \t]+(?:(?!-)[^\s\"'`]+[ \t]+){{1,2}}[\"']?{_VALUE}"),
    Carrier("vault", rf"\bvault[ \t]+login[ \t]+(?:-\S+[ \t]+)*(?![\-\w]+=)[\"']?{_VALUE}"),
    Carrier("snmp", rf"\bsnmp\w*[ \t][^\n|;]{{0,120}}?(?<!\S)-c[ \t]*[\"']?{_VALUE}"),
    Carrier("ftp", rf"\bl?ftp[ \t][^\n|;]{{0,120}}?(?<!\S)-u[ \t]*[\"']?[^\s,\"']{{1,60}},{_VALUE}"),
    Carrier("send", r"\bsend(?:line)?[ \t]+(?:--[ \t]+)?[\"'](?P<secret>[^\"'\n\\]{3,100})\\[rn][\"']", is_sure=False),
    Carrier(
        "printf",
        r"(?i)\bprintf[ \t]+[\"'][^\"'\n]{0,60}(?:pass\w*|pwd|secret|token|key)[\"' ]?[=:][ \t]?%s"
        rf"[^\"'\n]{{0,40}}[\"'][ \t]+[\"']?{_VALUE}",
    ),
    Carrier(
        "|",
        r"(?i)(?:pass|pwd|secret|token|key|cred)\w*[^\n]{0,80}?\|[ \t]*(?:default|d)[ \t]*\([ \t]*[\"']"
        r"(?P<secret>[^\"'\n]{3,200})[\"']",
    ),
    Carrier("sqlplus", r"sqlplus[ \t]+(?:-\w+[ \t]+){0,3}[\"']?\w+/(?P<secret>[^\s@/\"']{2,100})"),
)

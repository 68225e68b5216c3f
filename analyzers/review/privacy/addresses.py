"""How URLs, headers, query strings and password files carry secrets: one row each."""

from __future__ import annotations

from reread.analyzers.review.privacy.carrier import Carrier

_HASHES = r"(?:apr1|1|2[abxy]|5|6|y|argon2\w{0,2}|pbkdf2[\w\-]{0,20}|scrypt|P|H|S)"
_LOGINS = (
    r"(?:creds?|credentials?|log(?:ged)?[ \t]?(?:in|on)|logins?|sign[ \t]?in|auth|account|user(?:name)?/pass(?:word)?"
    r"|authenticate)"
)
_USERS = r"(?:root|admin|administrator|sa|postgres|guest|oracle|deploy|test)"

ADDRESSES = (
    Carrier(
        "//",
        r"//[^\s:/@\"'`<>]{0,200}:(?P<secret>[^\s@\"'`<>]{1,300}(?:@[^\s@/\"'`<>.]{1,60})?)@(?=[\w\[$%.{\-])",
    ),
    Carrier("://", r"://(?P<secret>[A-Za-z0-9_\-]{16,200})(?::x-oauth-basic)?@", is_sure=False),
    Carrier(
        "@",
        r"(?<![\w/:])(?!mailto:|sip:|xmpp:|acct:|https?:|npm:)[\w.\-+%]{1,60}:(?P<secret>[^\s:@/\"'`<>(){},]{3,100})"
        r"@(?:(?:tcp|unix)?\(|/|localhost|[\w\-]+(?:\.[\w\-]+)+|[\w\-]+:\d)",
    ),
    Carrier(
        "thin: oracle: sqlplus expdp impdp exp imp rman sqlldr userid=",
        r"(?i)(?:thin:|sqlplus[ \t]+(?:-\w+[ \t]+){0,3}|oracle:|\b(?:exp|imp|expdp|impdp|rman|sqlldr)[ \t]+|userid=)"
        r"[\"']?\w+/[\"']?(?P<secret>[^\s@/\"']{2,100})[\"']?@",
    ),
    Carrier("$", rf"(?P<secret>\${_HASHES}\$[^\s:\"'`,<>]{{8,200}})"),
    Carrier("pbkdf2_", r"(?P<secret>\bpbkdf2_sha\d+\$[^\s:\"'`,<>]{8,200})"),
    Carrier(
        "cred log sign auth account user",
        rf"(?i)\b{_LOGINS}\b[^\n]{{0,40}}?(?<![\w/:.])[\w.@\-]{{1,40}}[ \t]?[/:|][ \t]?"
        r"(?P<secret>(?=[^\s\"'`]*[\d!#$%^&*])[^\s\"'`,;)/]{4,100})",
        is_sure=False,
    ),
    Carrier(
        "log sign",
        r"(?i)\b(?:log(?:ged)?|sign(?:ed)?)[ \t\-]?(?:in|on)\b[^\n]{0,60}?\bwith[ \t]+[\"'`]?"
        r"(?P<secret>(?=[^\s\"'`]*[\d!#$%^&*])[^\s\"'`,;)]{5,100})",
        is_sure=False,
    ),
    Carrier(
        "root admin sa postgres guest oracle deploy test",
        rf"(?i)(?:^|(?<=[\n\s(\"'`])){_USERS}[ \t]?[/:][ \t]?"
        r"(?P<secret>(?=[^\s\"'`]*[\d!#$%^&*])[^\s\"'`,;)/:]{5,100})"
        r"(?=[:\s\"'`),.;]|\Z)",
        is_sure=False,
    ),
    Carrier(":", r"(?m)^[\w.*\-]{1,100}:(?:\d{2,5}|\*):[\w*\-]{1,60}:[\w*\-]{1,60}:(?P<secret>\S{1,200})$"),
    Carrier(
        "? &",
        r"(?i)[?&](?:key|sig|signature|code|access|s|k|t|hash|sid|apikey|auth|h)=(?P<secret>[^\s&\"'`<>#]{10,400})",
        is_sure=False,
    ),
    Carrier(
        "bearer basic token apikey digest negotiate aws",
        r"(?i)(?:authorization|auth|token|api-?key|secret)[\w\-]{0,40}[\"']?[ \t]*[:,=][ \t]*[\"']?"
        r"(?:bearer|basic|token|apikey|digest|key|negotiate|aws)[ \t]+(?P<secret>[A-Za-z0-9_\-.=+/~:]{4,600})",
    ),
    Carrier("basic", r"(?i:\bbasic)[ \t]+(?P<secret>[A-Za-z0-9+/]{8,400}={0,2})(?=[\"'`\s,;)]|\Z)", is_sure=False),
    Carrier("hook", r"(?i)hooks?\.[\w.\-]+/(?:[\w\-]+/){0,8}(?P<secret>[A-Za-z0-9_\-]{16,200})", is_sure=False),
    Carrier(
        "/webhook /bot /token /hook /secret /invite /reset /magic",
        r"(?i)/(?:webhook|bot|token|hook|secret|invite|reset|magic)s?/?(?:\d+[:/])?(?P<secret>[A-Za-z0-9_\-]{20,200})\b",
        is_sure=False,
    ),
    Carrier("cookie", r"(?i)cookie[^\n]{0,300}?[\s;:\"',=][\w.\-]+=(?P<secret>[^;\s,\"'{}]{8,600})", is_sure=False),
)

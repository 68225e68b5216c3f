"""Made-up secrets in the form of real ones: the kind, and the text that must never leave.

They are put together from parts, so that no scanner takes this file for a leak.
"""

from __future__ import annotations

import random
import string

_random = random.Random(7)
_WORD = string.ascii_letters + string.digits
_HEX = "0123456789abcdef"
_UPPER = string.ascii_uppercase + string.digits


def of(alphabet: str, length: int) -> str:
    return "".join(_random.choice(alphabet) for _ in range(length))


def word(length: int) -> str:
    return of(_WORD, length)


def hexadecimal(length: int) -> str:
    return of(_HEX, length)


def pem(label: str) -> str:
    lines = "\n".join(word(64) for _ in range(4))
    return f"-----BEGIN {label}PRIVATE KEY-----\n{lines}\n-----END {label}PRIVATE KEY-----"


SECRETS: dict[str, str] = {
    "RSA private key": pem("RSA "),
    "EC private key": pem("EC "),
    "OpenSSH private key": pem("OPENSSH "),
    "PKCS8 private key": pem(""),
    "PGP private key": f"-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n{word(64)}\n-----END PGP PRIVATE KEY BLOCK-----",
    "private key without an end": f"-----BEGIN RSA PRIVATE KEY-----\n{word(64)}\n{word(64)}",
    "age key": "AGE-SECRET-" + "KEY-1" + of(_UPPER, 58),
    "AWS access key": "AK" + "IA" + of(_UPPER, 16),
    "AWS temporary key": "AS" + "IA" + of(_UPPER, 16),
    "Bedrock key": "AB" + "SK" + word(100),
    "GitHub token": "gh" + "p_" + word(36),
    "GitHub app token": "gh" + "s_" + word(36),
    "GitHub fine-grained token": "github" + "_pat_" + word(22) + "_" + word(59),
    "GitLab token": "gl" + "pat-" + word(20),
    "GitLab runner token": "gl" + "rt-" + word(20),
    "Bitbucket token": "AT" + "BB" + word(32),
    "Atlassian token": "AT" + "ATT3" + word(180),
    "Slack bot token": "xo" + "xb-" + of(string.digits, 12) + "-" + of(string.digits, 12) + "-" + word(24),
    "Slack app token": "xa" + "pp-1-A" + of(_UPPER, 10) + "-" + of(string.digits, 13) + "-" + hexadecimal(64),
    "Slack webhook": "https://hooks." + "slack.com/services/T" + of(_UPPER, 8) + "/B" + of(_UPPER, 8) + "/" + word(24),
    "Discord webhook": "https://dis" + "cord.com/api/webhooks/" + of(string.digits, 18) + "/" + word(68),
    "Telegram token": of(string.digits, 10) + ":AA" + word(33),
    "Stripe live key": "sk" + "_live_" + word(24),
    "Stripe restricted key": "rk" + "_live_" + word(24),
    "Stripe test key": "sk" + "_test_" + word(24),
    "Stripe webhook secret": "wh" + "sec_" + word(32),
    "Square token": "sq0" + "csp-" + word(43),
    "Google API key": "AI" + "za" + word(35),
    "Google OAuth secret": "GOC" + "SPX-" + word(28),
    "Google access token": "ya" + "29." + word(60),
    "Firebase token": "AA" + "AA" + word(7) + ":" + word(140),
    "Anthropic key": "sk" + "-ant-api03-" + word(93),
    "OpenAI key": "sk" + "-" + word(48),
    "OpenAI project key": "sk" + "-proj-" + word(74),
    "OpenRouter key": "sk" + "-or-v1-" + hexadecimal(64),
    "Hugging Face token": "hf" + "_" + word(34),
    "Groq key": "gs" + "k_" + word(52),
    "xAI key": "xa" + "i-" + word(80),
    "Perplexity key": "pp" + "lx-" + word(48),
    "Replicate token": "r8" + "_" + word(37),
    "JWT": "ey" + "J" + word(30) + ".ey" + "J" + word(60) + "." + word(43),
    "npm token": "np" + "m_" + word(36),
    "PyPI token": "py" + "pi-" + word(150),
    "RubyGems key": "ruby" + "gems_" + hexadecimal(48),
    "crates.io token": "ci" + "o" + word(32),
    "NuGet key": "oy" + "2" + of(string.ascii_lowercase + string.digits, 43),
    "Docker token": "dckr" + "_pat_" + word(27),
    "SendGrid key": "S" + "G." + word(22) + "." + word(43),
    "Mailgun key": "ke" + "y-" + hexadecimal(32),
    "Mailchimp key": hexadecimal(32) + "-us" + "14",
    "Twilio key": "S" + "K" + hexadecimal(32),
    "DigitalOcean token": "do" + "p_v1_" + hexadecimal(64),
    "Heroku key": "HR" + "KU-" + word(36),
    "Fly token": "fo" + "1_" + word(43),
    "Netlify token": "nf" + "p_" + word(40),
    "Azure client secret": word(3) + "8Q" + "~" + word(34),
    "Databricks token": "da" + "pi" + hexadecimal(32),
    "Shopify token": "sh" + "pat_" + hexadecimal(32),
    "Grafana token": "gl" + "sa_" + word(32) + "_" + hexadecimal(8),
    "Sentry token": "snt" + "rys_" + word(60),
    "New Relic key": "NR" + "AK-" + of(_UPPER, 27),
    "Dynatrace token": "dt0" + "c01." + of(_UPPER, 24) + "." + of(_UPPER, 64),
    "Linear key": "lin" + "_api_" + word(40),
    "Notion token": "nt" + "n_" + word(46),
    "Airtable token": "pa" + "t" + word(14) + "." + hexadecimal(64),
    "Figma token": "fi" + "gd_" + word(40),
    "Postman key": "PM" + "AK-" + hexadecimal(24) + "-" + hexadecimal(34),
    "PlanetScale token": "psc" + "ale_tkn_" + word(43),
    "Supabase key": "sb" + "p_" + hexadecimal(40),
    "Vault token": "hv" + "s." + word(95),
    "Terraform token": word(14) + ".atlas" + "v1." + word(67),
    "Doppler token": "dp" + ".pt." + word(43),
    "Pulumi token": "pu" + "l-" + hexadecimal(40),
    "CircleCI token": "CCI" + "PAT_" + word(22) + "_" + hexadecimal(40),
    "Facebook token": "EA" + "A" + word(100),
    "Mapbox token": "sk" + ".eyJ" + word(60) + "." + word(22),
    "SonarQube token": "sq" + "p_" + hexadecimal(40),
    "JFrog key": "AK" + "Cp" + word(69),
}

CARRIED: dict[str, tuple[str, str]] = {
    "AWS secret key": ("aws_secret_access_key = {}", of(_WORD + "/+", 40)),
    "database URL": ("postgres://admin:{}@db.example.org/app", "tr0ub4dor-and-3"),
    "basic auth URL": ("https://user:{}@example.org/x", "hunter2hunter2"),
    "Azure storage": ("DefaultEndpointsProtocol=https;AccountName=x;AccountKey={};", word(86) + "=="),
    "Azure SAS": ("https://x.blob.core.windows.net/c?sv=1&sig={}", word(43) + "%3D"),
    "bearer header": ("Authorization: Bearer {}", word(40)),
    "npmrc": ("//registry.example.org/:_authToken={}", "a1b2-c3d4-e5f6"),
    "password in quotes": ('password = "{}"', "correct horse"),
    "password with type": ("db_password: str = '{}'", "s3cr3t!"),
    "password in JSON": ('{{"password": "{}"}}', "p4ss, word"),
    "password compared": ('if user.password == "{}":', "letmein"),
    "password in a call": ('connect(host, password="{}")', "opensesame"),
    "password in a setter": ('properties.setProperty("db.password", "{}");', "tiger-scott"),
    "password in Go": ("apiKey := `{}`", "not-a-format-1"),
    "token in JavaScript": ("const authToken = '{}';", "plain-words-here"),
    "password in .env": ("DB_PASSWORD={}", "hunter2-hunter2"),
    "secret in YAML": ("client_secret: {}", "abcdef-ghijkl"),
    "random string": ('x = "{}"', "kT9vQz3LmP7wXs2RbN8dYc4H"),
    "hexadecimal key": ('signing = "{}"', hexadecimal(64)),
    "escaped quote": (r'secret = "{}"', r"a\"b c d"),
}

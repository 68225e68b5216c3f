"""The formats of secrets that are known by sight: one row each, so that adding one is one line."""

from __future__ import annotations

import re
from typing import NamedTuple


class SecretFormat(NamedTuple):
    """`hints` are words of which one must occur in the text (in any case) before the pattern is tried.

    The secret is the group "secret" of the pattern where there is one, else the whole match.
    """

    kind: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]


def _format(kind: str, hints: str, pattern: str) -> SecretFormat:
    return SecretFormat(kind, tuple(hints.split()), re.compile(pattern))


# What may not stand directly before or after a token, so that a part of a longer word is none.
_B = r"(?<![A-Za-z0-9_\-])"
_E = r"(?![A-Za-z0-9_\-])"

FORMATS: tuple[SecretFormat, ...] = (
    _format(
        "private_key",
        "-----begin",
        r"-----BEGIN (?P<label>[A-Z0-9 ]{0,40}?)PRIVATE KEY(?P<block> BLOCK)?-----"
        r"[\s\S]{0,20000}?-----END (?P=label)PRIVATE KEY(?: BLOCK)?-----",
    ),
    # A key whose end is missing, or that lies in the code as one string a line.
    _format(
        "private_key", "-----begin", r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s\\\"',nr]*"
    ),
    _format("putty_key", "putty-user-key-file", r"PuTTY-User-Key-File-\d:[\s\S]{0,8000}?Private-MAC: [0-9a-f]+"),
    _format("age_key", "age-secret-key-", rf"{_B}AGE-SECRET-KEY-1[0-9A-Z]{{50,}}"),
    _format("aws_access_key", "akia asia abia acca", rf"{_B}(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{{16}}{_E}"),
    _format(
        "aws_secret_key",
        "aws secret",
        r"(?i:aws|secret)[\w.\- ]{0,30}?[\"']?\s*(?:=>|:=|=|:)\s*[\"']?(?P<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
    ),
    _format("bedrock_key", "absk", rf"{_B}ABSK[A-Za-z0-9+/]{{80,}}={{0,2}}"),
    _format("github_token", "ghp_ gho_ ghu_ ghs_ ghr_", rf"{_B}gh[pousr]_[A-Za-z0-9]{{30,255}}"),
    _format("github_pat", "github_pat_", rf"{_B}github_pat_[A-Za-z0-9_]{{50,255}}"),
    _format(
        "gitlab_token", "gl", rf"{_B}gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|oas|ffct|rtr)-[A-Za-z0-9_\-.=]{{18,300}}"
    ),
    _format("gitlab_runner", "gr1348941", rf"{_B}GR1348941[A-Za-z0-9_\-]{{20,}}"),
    _format("bitbucket_token", "atbb atctt", rf"{_B}(?:ATBB|ATCTT3)[A-Za-z0-9_\-=.]{{24,}}"),
    _format("atlassian_token", "atatt", rf"{_B}ATATT3[A-Za-z0-9_\-=.]{{50,}}"),
    _format("slack_token", "xox xapp-", rf"{_B}(?:xox[abeoprs](?:\.xox[bp])?|xapp)-[A-Za-z0-9\-]{{10,}}"),
    _format(
        "slack_webhook",
        "hooks.slack.com",
        r"https://hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9/+_\-]{20,}",
    ),
    _format(
        "discord_webhook", "discord", r"https://(?:\w+\.)?discord(?:app)?\.com/api/webhooks/\d{15,}/[A-Za-z0-9_\-]{30,}"
    ),
    _format(
        "discord_token",
        "discord bot token",
        rf"{_B}[MNO][A-Za-z0-9_\-]{{22,27}}\.[A-Za-z0-9_\-]{{6}}\.[A-Za-z0-9_\-]{{27,40}}",
    ),
    _format("teams_webhook", "webhook.office.com", r"https://[\w.\-]+\.webhook\.office\.com/webhookb2/[\w@\-/]+"),
    _format("telegram_token", ":aa", rf"{_B}\d{{8,10}}:AA[A-Za-z0-9_\-]{{32,34}}{_E}"),
    _format("stripe_key", "_live_ _test_", rf"{_B}(?:sk|rk|pk)_(?:live|test|prod)_[A-Za-z0-9]{{10,250}}"),
    _format("stripe_webhook", "whsec_", rf"{_B}whsec_[A-Za-z0-9+/=]{{24,}}"),
    _format("square_token", "sq0 eaaa", rf"{_B}(?:sq0[a-z]{{3}}-[A-Za-z0-9_\-]{{22,}}|EAAA[A-Za-z0-9_\-]{{60}})"),
    _format("paypal_token", "access_token$", r"access_token\$(?:production|sandbox)\$[a-z0-9]{10,}\$[a-f0-9]{32}"),
    _format("google_key", "aiza", rf"{_B}AIza[A-Za-z0-9_\-]{{35}}"),
    _format(
        "google_oauth",
        "gocspx- ya29.",
        rf"{_B}(?:GOCSPX-[A-Za-z0-9_\-]{{20,}}|ya29\.[A-Za-z0-9_\-.]{{20,}}|1//0[A-Za-z0-9_\-]{{30,}})",
    ),
    _format("firebase_token", "aaaa", rf"{_B}AAAA[A-Za-z0-9_\-]{{7}}:[A-Za-z0-9_\-]{{140,}}"),
    _format("anthropic_key", "sk-ant-", rf"{_B}sk-ant-[A-Za-z0-9_\-]{{20,}}"),
    _format("openai_key", "sk-", rf"{_B}sk-(?:proj-|svcacct-|admin-|None-)?[A-Za-z0-9_\-]{{20,}}"),
    _format("openrouter_key", "sk-or-", rf"{_B}sk-or-v1-[a-f0-9]{{40,}}"),
    _format("huggingface_token", "hf_ api_org_", rf"{_B}(?:hf_|api_org_)[A-Za-z0-9]{{30,}}"),
    _format("groq_key", "gsk_", rf"{_B}gsk_[A-Za-z0-9]{{40,}}"),
    _format("xai_key", "xai-", rf"{_B}xai-[A-Za-z0-9]{{60,}}"),
    _format("perplexity_key", "pplx-", rf"{_B}pplx-[A-Za-z0-9]{{40,}}"),
    _format("replicate_token", "r8_", rf"{_B}r8_[A-Za-z0-9]{{30,}}"),
    _format("jwt", "eyj", rf"{_B}eyJ[A-Za-z0-9_\-]{{8,}}\.eyJ[A-Za-z0-9_\-]{{8,}}\.[A-Za-z0-9_\-]*"),
    _format("npm_token", "npm_ _authtoken", rf"{_B}npm_[A-Za-z0-9]{{30,}}|_authToken\s*=\s*(?P<secret>[^\s\"'$]+)"),
    _format("pypi_token", "pypi-", rf"{_B}pypi-[A-Za-z0-9_\-]{{50,}}"),
    _format("rubygems_key", "rubygems_", rf"{_B}rubygems_[a-f0-9]{{40,}}"),
    _format("crates_token", "cio", rf"{_B}cio[A-Za-z0-9]{{32}}{_E}"),
    _format("nuget_key", "oy2", rf"{_B}oy2[a-z0-9]{{43}}{_E}"),
    _format("docker_token", "dckr_", rf"{_B}dckr_(?:pat|oat)_[A-Za-z0-9_\-]{{24,}}"),
    _format("sendgrid_key", "sg.", rf"{_B}SG\.[A-Za-z0-9_\-]{{16,32}}\.[A-Za-z0-9_\-]{{16,64}}"),
    _format("mailgun_key", "key-", rf"{_B}key-[0-9a-f]{{32}}{_E}"),
    _format("mailchimp_key", "-us", rf"{_B}[0-9a-f]{{32}}-us\d{{1,2}}{_E}"),
    _format("twilio_key", "sk ac", rf"{_B}(?:SK|AC)[0-9a-f]{{32}}{_E}"),
    _format("digitalocean_token", "do", rf"{_B}do[opr]_v1_[a-f0-9]{{60,}}"),
    _format("heroku_key", "hrku-", rf"{_B}HRKU-[A-Za-z0-9_\-]{{30,}}"),
    _format(
        "heroku_key",
        "heroku",
        r"(?i:heroku)[\w.\- ]{0,20}[\"']?\s*[=:]\s*[\"']?"
        r"(?P<secret>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})",
    ),
    _format("fly_token", "fo1_ fm1", rf"{_B}(?:fo1_[A-Za-z0-9_\-]{{40,}}|fm1[ar]_[A-Za-z0-9+/=_\-]{{40,}})"),
    _format("vercel_token", "vercel vcp_ vck_", rf"{_B}(?:vcp|vck|vci|vca|vcr)_[A-Za-z0-9]{{24,}}"),
    _format("netlify_token", "nfp_", rf"{_B}nfp_[A-Za-z0-9]{{36,}}"),
    _format("cloudflare_key", "v1.0- cloudflare", rf"{_B}v1\.0-[a-f0-9]{{24}}-[a-f0-9]{{100,}}"),
    _format(
        "azure_storage_key",
        "accountkey sharedaccesskey",
        r"(?i:AccountKey|SharedAccessKey)\s*=\s*(?P<secret>[A-Za-z0-9+/]{20,}={0,2})",
    ),
    _format("azure_client_secret", "q~", rf"{_B}[A-Za-z0-9_~.\-]{{3}}\dQ~[A-Za-z0-9_~.\-]{{31,34}}"),
    _format("azure_sas", "sig=", r"[?&]sig=(?P<secret>[A-Za-z0-9%+/=]{20,})"),
    _format("databricks_token", "dapi", rf"{_B}dapi[a-f0-9]{{32}}(?:-\d)?{_E}"),
    _format("snowflake_token", "ver:1-hint", r"ver:1-hint:\d+-ETMs[A-Za-z0-9+/=]{20,}"),
    _format("shopify_token", "shp", rf"{_B}shp(?:at|ca|pa|ss)_[a-fA-F0-9]{{32}}{_E}"),
    _format(
        "grafana_token", "glc_ glsa_", rf"{_B}(?:glc_[A-Za-z0-9+/=]{{32,}}|glsa_[A-Za-z0-9]{{32}}_[a-fA-F0-9]{{8}})"
    ),
    _format("sentry_token", "sntry", rf"{_B}sntry[su]_[A-Za-z0-9_+/=\-]{{40,}}"),
    _format(
        "datadog_key",
        "datadog dd_a",
        r"(?i:datadog|dd_(?:api|app))[\w.\- ]{0,20}[\"']?\s*[=:]\s*[\"']?(?P<secret>[a-f0-9]{32,40})",
    ),
    _format("newrelic_key", "nrak- nraa- nrii-", rf"{_B}NR(?:AK|AA|II|BR|JS|RA|SP)-[A-Za-z0-9_\-]{{20,}}"),
    _format("dynatrace_token", "dt0", rf"{_B}dt0[a-z]\d\d\.[A-Z0-9]{{24}}\.[A-Z0-9]{{64}}"),
    _format("linear_key", "lin_", rf"{_B}lin_(?:api|oauth)_[A-Za-z0-9]{{32,}}"),
    _format("notion_token", "secret_ ntn_", rf"{_B}(?:secret_[A-Za-z0-9]{{40,}}|ntn_[A-Za-z0-9]{{40,}})"),
    _format("airtable_token", "pat", rf"{_B}pat[A-Za-z0-9]{{14}}\.[a-f0-9]{{64}}"),
    _format("figma_token", "figd_", rf"{_B}figd_[A-Za-z0-9_\-]{{36,}}"),
    _format("postman_key", "pmak-", rf"{_B}PMAK-[a-f0-9]{{24}}-[a-f0-9]{{34}}"),
    _format("planetscale_token", "pscale_", rf"{_B}pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.\-]{{30,}}"),
    _format("supabase_key", "sbp_ sb_secret_", rf"{_B}(?:sbp_[a-f0-9]{{40}}|sb_secret_[A-Za-z0-9_\-]{{20,}})"),
    _format("hashicorp_vault", "hv", rf"{_B}hv[sbr]\.[A-Za-z0-9_\-]{{24,}}"),
    _format("terraform_token", "atlasv1", rf"{_B}[A-Za-z0-9]{{14}}\.atlasv1\.[A-Za-z0-9_\-]{{60,}}"),
    _format("doppler_token", "dp.", rf"{_B}dp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9_.\-]{{40,}}"),
    _format("pulumi_token", "pul-", rf"{_B}pul-[a-f0-9]{{40}}{_E}"),
    _format("circleci_token", "ccipat_", rf"{_B}CCIPAT_[A-Za-z0-9]{{22}}_[A-Fa-f0-9]{{40}}"),
    _format("onepassword_token", "ops_ey", rf"{_B}ops_eyJ[A-Za-z0-9+/=]{{200,}}"),
    _format("facebook_token", "eaa", rf"{_B}EAA[A-Za-z0-9]{{80,}}"),
    _format("twitter_bearer", "aaaaaaaaaaaaaaaaaaaaaa", r"A{22}[A-Za-z0-9%]{60,}"),
    _format("mapbox_token", "sk.ey pk.ey", rf"{_B}[sp]k\.eyJ[A-Za-z0-9_\-]{{20,}}\.[A-Za-z0-9_\-]{{20,}}"),
    _format("sonar_token", "sqp_ squ_ sqa_", rf"{_B}sq[pua]_[a-f0-9]{{40}}{_E}"),
    _format("jfrog_key", "akcp cmvm", rf"{_B}(?:AKCp[A-Za-z0-9]{{60,}}|cmVmd[A-Za-z0-9]{{50,}})"),
    # Not a vendor's format: how a secret is carried.
    _format(
        "url_password",
        "://",
        r"[A-Za-z][A-Za-z0-9+.\-]{1,30}://[^\s:/@\"'`<>]{0,200}:(?P<secret>[^\s/@\"'`<>]{1,300})@",
    ),
    _format("authorization", "bearer basic", r"(?i:\b(?:bearer|basic)\s+)(?P<secret>[A-Za-z0-9_\-.=+/~]{16,})"),
)

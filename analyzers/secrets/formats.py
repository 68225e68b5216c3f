"""Formats of secrets that are recognisable by themselves, one row each."""

from __future__ import annotations

from typing import NamedTuple


class Format(NamedTuple):
    """How one kind of secret is written.

    Each match of `pattern` begins with one of `starts`; without any, it is within a line that holds one of `near` (in
    lower case, while the text may have any), or with `anywhere` within a text that does. The secret is the group
    "secret" of the pattern where there is one, else the whole match. `proof` names a function of `proofs`. `proven` is
    False if that leaves room for other things, or for what has long expired. `reported` is False for what is no
    secret by itself, or belongs to a test mode: it is kept from models all the same.
    """

    kind: str
    title: str
    starts: tuple[str, ...]
    pattern: str
    proof: str = "random"
    near: tuple[str, ...] = ()
    proven: bool = True
    reported: bool = True
    anywhere: bool = False


# What may not stand directly before or after a token, so that a part of a longer word is none.
_B = r"(?<![A-Za-z0-9_\-])"
_E = r"(?![A-Za-z0-9_\-])"


def _token(kind: str, title: str, starts: str, pattern: str, proof: str = "random", *, ends: bool = False) -> Format:
    """A token that begins with one of `starts`; the pattern is what follows, and with `ends` nothing follows that."""
    words = tuple(starts.split())
    literals = "|".join(word.replace(".", r"\.").replace("$", r"\$").replace("+", r"\+") for word in words)
    return Format(kind, title, words, f"{_B}(?:{literals}){pattern}{_E if ends else ''}", proof)


def _carried(kind: str, title: str, near: str, pattern: str, proof: str = "random") -> Format:
    """A secret that its surroundings give away."""
    return Format(kind, title, (), pattern, proof, tuple(near.split()))


_KEYS = (
    Format(
        "private_key",
        "private key",
        ("-----BEGIN",),
        r"-----BEGIN (?P<label>[A-Z0-9 ]{0,40}?)PRIVATE KEY(?P<block> BLOCK)?-----"
        r"[\s\S]{0,20000}?-----END (?P=label)PRIVATE KEY(?: BLOCK)?-----",
        "private_key",
    ),
    # A key whose end is missing, or that lies in the code as one string a line.
    Format(
        "private_key",
        "private key",
        ("-----BEGIN",),
        r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s\\\"',nr]*",
        "private_key",
    ),
    Format(
        "putty_key",
        "PuTTY private key",
        ("PuTTY-User-Key-File",),
        r"PuTTY-User-Key-File-\d:[\s\S]{0,8000}?Private-MAC: [0-9a-f]+",
        reported=False,
    ),
    Format(
        "putty_key",
        "PuTTY private key",
        ("PuTTY-User-Key-File",),
        r"PuTTY-User-Key-File-\d: (?:ssh|ecdsa)[\w.\-@]*(?:\s|\\[rn]|[\"'+,]){1,40}Encryption: none",
        "always",
    ),
    _token("age_key", "age private key", "AGE-SECRET-KEY-1", r"[0-9A-Z]{50,}"),
)

_CLOUDS = (
    _token("aws_access_key", "AWS access key", "AKIA ASIA ABIA ACCA", r"[A-Z0-9]{16}", "aws_access_key", ends=True),
    _carried(
        "aws_secret_key",
        "AWS secret key",
        "aws secret",
        r"(?i:aws|secret)[\w.\- ]{0,30}?[\"']?\s*(?:=>|:=|=|:)\s*[\"']?(?P<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
        "aws_secret_key",
    ),
    _token("bedrock_key", "AWS Bedrock key", "ABSK", r"[A-Za-z0-9+/]{80,}={0,2}"),
    _token("google_key", "Google API key", "AIza", r"[A-Za-z0-9_\-]{35}")._replace(proven=False),
    _token("google_oauth_secret", "Google OAuth client secret", "GOCSPX-", r"[A-Za-z0-9_\-]{20,}"),
    _token("google_access_token", "Google access token", "ya29.", r"[A-Za-z0-9_\-.]{20,}"),
    _token("google_refresh_token", "Google refresh token", "1//0", r"[A-Za-z0-9_\-]{30,}")._replace(proven=False),
    _token("firebase_token", "Firebase server key", "AAAA", r"[A-Za-z0-9_\-]{7}:[A-Za-z0-9_\-]{140,}")._replace(
        proven=False
    ),
    _carried(
        "azure_storage_key",
        "Azure storage key",
        "accountkey sharedaccesskey",
        r"(?i:AccountKey|SharedAccessKey)\s*=\s*(?P<secret>[A-Za-z0-9+/]{20,}={0,2})",
        "azure_storage_key",
    ),
    _carried(
        "azure_client_secret",
        "Azure client secret",
        "q~",
        rf"{_B}[A-Za-z0-9_~.\-]{{3}}\dQ~[A-Za-z0-9_~.\-]{{31,34}}(?![A-Za-z0-9_~\-])",
    ),
    _carried(
        "azure_sas", "Azure shared access signature", "sig=", r"[?&]sig=(?P<secret>[A-Za-z0-9%+/=]{20,})", "mixed"
    )._replace(proven=False),
    _token("alibaba_key", "Alibaba Cloud access key", "LTAI", r"[A-Za-z0-9]{17,24}", "mixed", ends=True),
    _token("tencent_key", "Tencent Cloud secret id", "AKID", r"[A-Za-z0-9]{32}", "mixed", ends=True),
    _token("yandex_key", "Yandex Cloud key", "AQVN", r"[A-Za-z0-9_\-]{35,38}", ends=True),
    _token("digitalocean_token", "DigitalOcean token", "dop_v1_ doo_v1_ dor_v1_", r"[a-f0-9]{60,}"),
    _token("linode_token", "Linode token", "linode_", r"[a-f0-9]{64}", ends=True),
    _token("heroku_key", "Heroku key", "HRKU-", r"[A-Za-z0-9_\-]{30,}"),
    _carried(
        "heroku_key",
        "Heroku key",
        "heroku",
        r"(?i:heroku)[\w.\- ]{0,20}[\"']?\s*[=:]\s*[\"']?"
        r"(?P<secret>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})",
    )._replace(proven=False),
    _token("fly_token", "Fly.io token", "fo1_ fm1a_ fm1r_ fm2_", r"[A-Za-z0-9+/=_\-]{40,}"),
    _token("vercel_token", "Vercel token", "vcp_ vck_ vci_ vca_ vcr_", r"[A-Za-z0-9]{24,}"),
    _token("netlify_token", "Netlify token", "nfp_", r"[A-Za-z0-9]{36,}"),
    _token("cloudflare_key", "Cloudflare origin key", "v1.0-", r"[a-f0-9]{24}-[a-f0-9]{100,}"),
    _token("scalingo_token", "Scalingo token", "tk-us-", r"[A-Za-z0-9_\-]{48}", ends=True),
    _token("ibm_key", "IBM Cloud HMAC key", "ibm_hmac_", r"[A-Za-z0-9]{32,}"),
)

_CODE_HOSTING = (
    _token("github_token", "GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", r"[A-Za-z0-9]{30,255}", "checksum_62"),
    _token("github_pat", "GitHub fine-grained token", "github_pat_", r"[A-Za-z0-9_]{50,255}"),
    _token(
        "gitlab_token",
        "GitLab token",
        "glpat- gldt- glrt- glcbt- glptt- glft- glimt- glagent- glsoat- gloas- glffct- glrtr-",
        r"[A-Za-z0-9_\-.=]{18,300}",
    ),
    _token("gitlab_runner", "GitLab runner token", "GR1348941", r"[A-Za-z0-9_\-]{20,}"),
    _token("bitbucket_token", "Bitbucket token", "ATBB ATCTT3", r"[A-Za-z0-9_\-=.]{24,}"),
    _token("atlassian_token", "Atlassian token", "ATATT3", r"[A-Za-z0-9_\-=.]{50,}"),
    _token("azure_devops_token", "Azure DevOps token", "AZDO", r"[A-Za-z0-9]{76,84}"),
    Format(
        "npm_token",
        "npm token",
        ("npm_",),
        rf"{_B}npm_[A-Za-z0-9]{{30,}}",
        "checksum_62",
    ),
    _carried("npm_auth", "npm registry password", "_authtoken", r"_authToken\s*=\s*(?P<secret>[^\s\"'$]+)"),
    _token("pypi_token", "PyPI token", "pypi-", r"[A-Za-z0-9_\-]{50,}", "pypi"),
    _token("rubygems_key", "RubyGems key", "rubygems_", r"[a-f0-9]{40,}"),
    _token("crates_token", "crates.io token", "cio", r"[A-Za-z0-9]{32}", "mixed", ends=True)._replace(proven=False),
    _token("nuget_key", "NuGet key", "oy2", r"[a-z0-9]{43}", "mixed", ends=True)._replace(proven=False),
    _token("clojars_token", "Clojars token", "CLOJARS_", r"[a-f0-9]{60}", ends=True),
    _token("docker_token", "Docker token", "dckr_pat_ dckr_oat_", r"[A-Za-z0-9_\-]{24,}"),
    _token("jfrog_key", "JFrog key", "AKCp cmVmd", r"[A-Za-z0-9]{50,}"),
    _token("sonar_token", "SonarQube token", "sqp_ squ_ sqa_", r"[a-f0-9]{40}", ends=True),
    _token("circleci_token", "CircleCI token", "CCIPAT_ CCIPRJ_", r"[A-Za-z0-9]{22}_[A-Fa-f0-9]{40}"),
    _token("buildkite_token", "Buildkite token", "bkua_", r"[a-f0-9]{40}", ends=True),
    _token("sourcegraph_token", "Sourcegraph token", "sgp_", r"(?:[a-fA-F0-9]{16}_|local_)?[a-f0-9]{40}", ends=True),
    _token("terraform_token", "Terraform Cloud token", "atlasv1.", r"[A-Za-z0-9_\-]{60,}")._replace(
        starts=(), near=("atlasv1",), pattern=rf"{_B}[A-Za-z0-9]{{14}}\.atlasv1\.[A-Za-z0-9_\-]{{60,}}"
    ),
    _token("pulumi_token", "Pulumi token", "pul-", r"[a-f0-9]{40}", ends=True),
    _token("hashicorp_vault", "Vault token", "hvs. hvb. hvr.", r"[A-Za-z0-9_\-]{24,}"),
    _token(
        "doppler_token",
        "Doppler token",
        "dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.",
        r"[A-Za-z0-9_.\-]{40,}",
    ),
    _token("infracost_token", "Infracost token", "ico-", r"[A-Za-z0-9]{32}", "mixed", ends=True),
    _token("prefect_token", "Prefect token", "pnu_", r"[A-Za-z0-9]{36}", ends=True),
    _token("openshift_token", "OpenShift token", "sha256~", r"[A-Za-z0-9_\-]{43}", ends=True),
    _token("octopus_key", "Octopus Deploy key", "API-", r"[A-Z0-9]{25,32}", "mixed", ends=True)._replace(proven=False),
    _token("tailscale_key", "Tailscale key", "tskey-", r"(?:[a-z]+-)?[A-Za-z0-9_]+-[A-Za-z0-9]{20,}"),
    _token("onepassword_token", "1Password token", "ops_eyJ", r"[A-Za-z0-9+/=]{200,}"),
)

_MESSAGES = (
    _token(
        "slack_token",
        "Slack token",
        "xoxa- xoxb- xoxe- xoxe. xoxo- xoxp- xoxr- xoxs- xapp-",
        r"(?:xox[bp]-)?[A-Za-z0-9\-]{10,}",
        "slack",
    ),
    Format(
        "slack_webhook",
        "Slack webhook address",
        ("https://hooks.slack.com",),
        r"https://hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9/+_\-]{20,}",
        "mixed",
    ),
    Format(
        "discord_webhook",
        "Discord webhook address",
        ("https://discord", "https://canary.discord", "https://ptb.discord"),
        r"https://(?:\w+\.)?discord(?:app)?\.com/api/webhooks/\d{15,}/[A-Za-z0-9_\-]{30,}",
    ),
    _carried(
        "discord_token",
        "Discord bot token",
        "discord",
        rf"{_B}[MNO][A-Za-z0-9_\-]{{22,27}}\.[A-Za-z0-9_\-]{{6}}\.[A-Za-z0-9_\-]{{27,40}}",
        "discord",
    )._replace(anywhere=True),
    _carried(
        "teams_webhook",
        "Microsoft Teams webhook address",
        "webhookb2",
        r"https://[\w.\-]+\.webhook\.office\.com/webhookb2/[\w@\-/]+",
    ),
    _carried("telegram_token", "Telegram bot token", ":aa", rf"{_B}\d{{8,10}}:AA[A-Za-z0-9_\-]{{32,34}}{_E}", "mixed"),
    _token("sendgrid_key", "SendGrid key", "SG.", r"[A-Za-z0-9_\-]{16,32}\.[A-Za-z0-9_\-]{16,64}"),
    _token("brevo_key", "Brevo key", "xkeysib- xsmtpsib-", r"[a-f0-9]{64}-[A-Za-z0-9]{16}", ends=True),
    _token("mailgun_key", "Mailgun key", "key-", r"[0-9a-f]{32}", ends=True)._replace(proven=False),
    _carried("mailchimp_key", "Mailchimp key", "-us", rf"{_B}[0-9a-f]{{32}}-us\d{{1,2}}{_E}")._replace(proven=False),
    _token("resend_key", "Resend key", "re_", r"[A-Za-z0-9]{8,10}_[A-Za-z0-9]{20,30}", "mixed", ends=True)._replace(
        proven=False
    ),
    _token(
        "twilio_key", "Twilio key", " ".join(f"SK{digit}" for digit in "0123456789abcdef"), r"[0-9a-f]{31}", ends=True
    )._replace(proven=False),
    _token(
        "twilio_account", "Twilio account id", " ".join(f"AC{digit}" for digit in "0123456789abcdef"), r"[0-9a-f]{31}"
    )._replace(reported=False),
    _token("typeform_token", "Typeform token", "tfp_", r"[A-Za-z0-9_\-.=]{50,}"),
    _token(
        "hubspot_token", "HubSpot token", "pat-na1- pat-eu1- pat-na2-", r"[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}"
    ),
)

_PAYMENT = (
    _token("stripe_key", "Stripe key", "sk_live_ rk_live_ sk_prod_ rk_prod_", r"[A-Za-z0-9]{10,250}", "mixed"),
    _token(
        "stripe_test_key", "Stripe test key", "sk_test_ rk_test_ pk_test_ pk_live_", r"[A-Za-z0-9]{10,250}"
    )._replace(reported=False),
    _token("stripe_webhook", "Stripe webhook secret", "whsec_", r"[A-Za-z0-9+/=]{24,}"),
    _token("square_token", "Square token", "sq0csp- sq0atp- sq0idp-", r"[A-Za-z0-9_\-]{22,}"),
    _token("square_access_token", "Square access token", "EAAA", r"[A-Za-z0-9_\-]{60}", "mixed", ends=True),
    Format(
        "paypal_token",
        "PayPal token",
        ("access_token$production$", "access_token$sandbox$"),
        r"access_token\$(?:production|sandbox)\$[a-z0-9]{10,}\$[a-f0-9]{32}",
    ),
    _token("razorpay_key", "Razorpay key", "rzp_live_", r"[A-Za-z0-9]{14,}", "mixed"),
    _token("flutterwave_key", "Flutterwave key", "FLWSECK-", r"[A-Za-z0-9]{32}-X"),
    _token("shippo_token", "Shippo token", "shippo_live_", r"[a-f0-9]{40}", ends=True),
    _token("duffel_token", "Duffel token", "duffel_live_", r"[A-Za-z0-9_\-=]{43}"),
    _token("easypost_key", "EasyPost key", "EZAK", r"[A-Za-z0-9]{54}", ends=True),
    _token("shopify_token", "Shopify token", "shpat_ shpca_ shppa_ shpss_", r"[a-fA-F0-9]{32}", ends=True),
)

_MODELS = (
    _token("anthropic_key", "Anthropic key", "sk-ant-", r"[A-Za-z0-9_\-]{20,}"),
    _token("openrouter_key", "OpenRouter key", "sk-or-v1-", r"[a-f0-9]{40,}"),
    _token("langsmith_key", "LangSmith key", "lsv2_pt_ lsv2_sk_", r"[a-f0-9]{32}_[a-f0-9]{10}", ends=True),
    _token("openai_key", "OpenAI key", "sk-", r"(?:proj-|svcacct-|admin-|None-)?[A-Za-z0-9_\-]{20,}", "openai"),
    _token("huggingface_token", "Hugging Face token", "hf_ api_org_", r"[A-Za-z0-9]{30,}"),
    _token("groq_key", "Groq key", "gsk_", r"[A-Za-z0-9]{40,}"),
    _token("xai_key", "xAI key", "xai-", r"[A-Za-z0-9]{60,}"),
    _token("perplexity_key", "Perplexity key", "pplx-", r"[A-Za-z0-9]{40,}"),
    _token("replicate_token", "Replicate token", "r8_", r"[A-Za-z0-9]{30,}"),
    _token("pinecone_key", "Pinecone key", "pcsk_", r"[A-Za-z0-9]{5,6}_[A-Za-z0-9]{50,}"),
    _token("tavily_key", "Tavily key", "tvly-", r"(?:dev-|prod-)?[A-Za-z0-9]{32}", "mixed", ends=True),
)

_SERVICES = (
    Format(
        "jwt",
        "JSON Web Token",
        ("eyJ",),
        rf"{_B}eyJ[A-Za-z0-9_\-]{{8,}}\.eyJ[A-Za-z0-9_\-]{{8,}}\.[A-Za-z0-9_\-]*",
        "jwt",
        proven=False,
    ),
    _token("databricks_token", "Databricks token", "dapi", r"[a-f0-9]{32}(?:-\d)?", ends=True),
    Format("snowflake_token", "Snowflake token", ("ver:1-hint:",), r"ver:1-hint:\d+-ETMs[A-Za-z0-9+/=]{20,}"),
    _token("grafana_token", "Grafana token", "glsa_", r"[A-Za-z0-9]{32}_[a-fA-F0-9]{8}"),
    _token("grafana_cloud_token", "Grafana Cloud token", "glc_", r"[A-Za-z0-9+/=]{32,}"),
    _token("sentry_token", "Sentry token", "sntrys_ sntryu_", r"[A-Za-z0-9_+/=\-]{40,}"),
    _carried(
        "datadog_key",
        "Datadog key",
        "datadog dd_api dd_app",
        r"(?i:datadog|dd_(?:api|app))[\w.\- ]{0,20}[\"']?\s*[=:]\s*[\"']?(?P<secret>[a-f0-9]{32,40})",
    )._replace(proven=False),
    _token("newrelic_key", "New Relic key", "NRAK- NRAA- NRII- NRBR- NRSP-", r"[A-Za-z0-9_\-]{20,}"),
    _token("newrelic_browser_key", "New Relic browser key", "NRJS- NRRA-", r"[A-Za-z0-9_\-]{15,}")._replace(
        reported=False
    ),
    _token("dynatrace_token", "Dynatrace token", "dt0c01. dt0s01. dt0s02. dt0s16.", r"[A-Z0-9]{24}\.[A-Z0-9]{64}"),
    _token("honeycomb_key", "Honeycomb key", "hcaik_ hcalk_ hcamk_", r"[a-z0-9]{40,}"),
    _token("posthog_key", "PostHog personal key", "phx_", r"[A-Za-z0-9]{40,}"),
    _token(
        "launchdarkly_key", "LaunchDarkly key", "sdk- api-", r"[a-f0-9]{8}-(?:[a-f0-9]{4}-){3}[a-f0-9]{12}", ends=True
    )._replace(proven=False),
    _token("linear_key", "Linear key", "lin_api_ lin_oauth_", r"[A-Za-z0-9]{32,}"),
    _token("notion_token", "Notion token", "ntn_", r"[A-Za-z0-9]{40,}"),
    _token("notion_secret", "Notion secret", "secret_", r"[A-Za-z0-9]{40,}", "mixed")._replace(proven=False),
    _token("airtable_token", "Airtable token", "pat", r"[A-Za-z0-9]{14}\.[a-f0-9]{64}"),
    _token("figma_token", "Figma token", "figd_", r"[A-Za-z0-9_\-]{36,}"),
    _token("postman_key", "Postman key", "PMAK-", r"[a-f0-9]{24}-[a-f0-9]{34}"),
    _token("planetscale_token", "PlanetScale token", "pscale_tkn_ pscale_pw_ pscale_oauth_", r"[A-Za-z0-9_.\-]{30,}"),
    _token("supabase_key", "Supabase key", "sbp_", r"[a-f0-9]{40}"),
    _token("supabase_secret", "Supabase secret key", "sb_secret_", r"[A-Za-z0-9_\-]{20,}"),
    _token("contentful_token", "Contentful token", "CFPAT-", r"[A-Za-z0-9_\-]{43}", ends=True),
    _token("frameio_token", "Frame.io token", "fio-u-", r"[A-Za-z0-9_\-=]{64}"),
    _token("readme_key", "ReadMe key", "rdme_", r"[a-z0-9]{70}", ends=True),
    _token("adafruit_key", "Adafruit IO key", "aio_", r"[A-Za-z0-9]{28}", "mixed", ends=True),
    _token("facebook_token", "Facebook token", "EAA", r"[A-Za-z0-9]{80,}", "mixed"),
    _token("twitter_bearer", "X bearer token", "AAAAAAAAAAAAAAAAAAAAAA", r"[A-Za-z0-9%]{60,}", "mixed")._replace(
        proven=False
    ),
    _token("mapbox_token", "Mapbox secret token", "sk.eyJ", r"[A-Za-z0-9_\-]{20,}\.[A-Za-z0-9_\-]{20,}"),
    _token("mapbox_public_token", "Mapbox token", "pk.eyJ", r"[A-Za-z0-9_\-]{20,}\.[A-Za-z0-9_\-]{20,}")._replace(
        reported=False
    ),
)

# Not a vendor's format: how a secret is carried. The rule about credentials in context looks at these by itself.
_CARRIERS = (
    Format(
        "url_password",
        "password in an address",
        (),
        r"[A-Za-z][A-Za-z0-9+.\-]{1,30}://[^\s:/@\"'`<>]{0,200}:(?P<secret>[^\s/@\"'`<>]{1,300})@",
        near=("://",),
        reported=False,
    ),
    Format(
        "authorization",
        "credentials in a header",
        (),
        r"(?i:\b(?:bearer|basic)\s+)(?P<secret>[A-Za-z0-9_\-.=+/~]{16,})",
        near=("bearer", "basic"),
        reported=False,
    ),
)

FORMATS: tuple[Format, ...] = (
    *_KEYS,
    *_CLOUDS,
    *_CODE_HOSTING,
    *_MESSAGES,
    *_PAYMENT,
    *_MODELS,
    *_SERVICES,
    *_CARRIERS,
)

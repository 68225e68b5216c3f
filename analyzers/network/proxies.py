"""Selects the proxy of a request.

Only the environment of the user (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY) and the settings of the system can name
one. A proxy can read a plain `http` request in full; so requests to this machine never use one, whatever NO_PROXY says:
code for a local model must stay on this machine.
"""

from __future__ import annotations

from urllib.parse import urlsplit


def proxy_for(url: str) -> str:
    """The proxy for an address, with the credentials that the environment gives it; "" for none."""
    import urllib.request  # Not needed to show an address, which every start does.

    parts = _parts(url)
    host = parts[1]
    if not host or parts[0] not in ("http", "https") or is_loopback(host) or urllib.request.proxy_bypass(host):
        return ""
    proxies = urllib.request.getproxies()
    found = proxies.get(parts[0]) or proxies.get("all") or ""
    return found if not found or "://" in found else f"http://{found}"


def without_credentials(url: str) -> str:
    """An address without user name, password, query and fragment, to be shown and logged."""
    scheme, separator, rest = url.partition("://")
    address, slash, path = rest.partition("/")
    return f"{scheme}{separator}{address.rpartition('@')[2]}{slash}{path.partition('?')[0].partition('#')[0]}"


def is_loopback(host: str) -> bool:
    """True for a name or an address of this machine alone."""
    import ipaddress

    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _parts(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname or ""
    except ValueError:
        return "", ""

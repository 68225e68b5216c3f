"""The status of index, model, consent and today's spending, for an editor that shows it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from reread.server import __version__

if TYPE_CHECKING:
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.parts.parts import Parts


async def status(parts: Parts, _: Any) -> dict[str, Any]:
    """`{version, worker, findings, spent, folders, providers}`, read now. Nothing is sent anywhere for it.

    `spent` are the `tokens` and US dollars (`cost`) since midnight. A folder has its `path` ("" for files outside
    all), the `index` ("off", "paused", "indexing", "ready"), the `model` (`available`, `message`, `provider`, `name`)
    and the `consent` ("allowed", "refused", "unasked" or "not needed"). A provider has its `name`, `title`, what else
    to do (`setup`; nothing for one that is `byClient`), and the variable of the environment that its key is in, with
    whether it `hasKey`.
    """
    session = parts.session
    folders = [folder for folder in session.folders.values() if folder.path] or [session.outside]
    return {
        "version": __version__,
        "worker": parts.background.state,
        "findings": sum(len(opened.findings()) for opened in session.documents.values()),
        "spent": await parts.schedule.in_thread(_spent_today),
        "folders": [await _folder(parts, folder) for folder in folders],
        "providers": await parts.schedule.in_thread(_providers),
    }


async def _folder(parts: Parts, folder: Folder) -> dict[str, Any]:
    place = parts.background.place_of(folder)
    model, consent = await parts.schedule.in_thread(_model, folder, place)
    return {
        "path": folder.path,
        "index": await parts.schedule.in_thread(_index, folder, parts.background.is_indexing(folder)),
        "model": model,
        "consent": consent,
    }


def _index(folder: Folder, indexing: bool) -> str:
    from reread.rag.index import pause

    if not (folder.path and folder.settings.enable and folder.settings.index.enable):
        return "off"
    if pause.is_paused(folder.path):
        return "paused"
    return "indexing" if indexing else "ready"


def _model(folder: Folder, place: str) -> tuple[dict[str, Any], str]:
    from reread.analyzers.review.availability import availability, routes
    from reread.analyzers.review.privacy import consent

    settings = folder.settings
    found = availability(settings.review, enable=settings.enable)
    model = {"available": found.available, "message": found.message, "provider": found.provider, "name": found.model}
    wanted = consent.recipients(routes(settings.review))
    if not wanted:
        return model, "not needed"
    return model, {True: "allowed", False: "refused", None: "unasked"}[consent.decision(place, wanted)]


def _providers() -> list[dict[str, Any]]:
    from reread.analyzers.review.keys import key_of
    from reread.analyzers.review.providers import descriptions

    return [
        {
            "name": each.name,
            "title": each.title,
            "keyVariable": each.key_variable,
            "urlVariable": each.url_variable,
            "setup": each.setup,
            "byClient": each.by_client,
            "model": each.models.default,
            "hasKey": bool(each.key_variable and key_of(each.name)),
        }
        for each in descriptions()
    ]


def _spent_today() -> dict[str, Any]:
    """Zero where nothing can be read: nobody waits for a ledger to see how everything else stands."""
    from reread.analyzers.review.spend.ledger import LedgerError
    from reread.server.review.model_review import opened_ledger

    now = time.localtime()
    midnight = time.mktime((now.tm_year, now.tm_mon, now.tm_mday, 0, 0, 0, 0, 0, -1))
    try:
        spent = opened_ledger().glance(midnight)
    except LedgerError:
        return {"tokens": 0, "cost": 0.0}
    return {"tokens": spent.tokens, "cost": spent.cost}


QUESTIONS = {"reread/status": status}

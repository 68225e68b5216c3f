from aiohttp import web
from starlette.staticfiles import StaticFiles


def routes(app):
    # ruleid: directory-exposed
    app.router.add_static("/files", "files", show_index=False)
    # ruleid: directory-exposed
    web.static("/files", "files", follow_symlinks=False)
    # ruleid: directory-exposed
    StaticFiles(directory="files", follow_symlink=False)
    # ok: directory-exposed
    app.router.add_static("/files", "files")
    # ok: directory-exposed
    StaticFiles(directory="files")
    # ok: directory-exposed
    web.static("/files", "files", show_index=False)

from aiohttp import web
from starlette.staticfiles import StaticFiles


def routes(app):
    # ruleid: directory-exposed
    app.router.add_static("/files", "files", show_index=True)
    # ruleid: directory-exposed
    web.static("/files", "files", follow_symlinks=True)
    # ruleid: directory-exposed
    StaticFiles(directory="files", follow_symlink=True)
    # ok: directory-exposed
    app.router.add_static("/files", "files")
    # ok: directory-exposed
    StaticFiles(directory="files")
    # ok: directory-exposed
    web.static("/files", "files", show_index=False)

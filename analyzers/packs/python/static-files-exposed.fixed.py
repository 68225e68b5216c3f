from aiohttp import web
from starlette.staticfiles import StaticFiles


def routes(app):
    # ruleid: static-files-exposed
    app.router.add_static("/files", "files", show_index=False)
    # ruleid: static-files-exposed
    web.static("/files", "files", follow_symlinks=False)
    # ruleid: static-files-exposed
    StaticFiles(directory="files", follow_symlink=False)
    # ok: static-files-exposed
    app.router.add_static("/files", "files")
    # ok: static-files-exposed
    StaticFiles(directory="files")
    # ok: static-files-exposed
    web.static("/files", "files", show_index=False)

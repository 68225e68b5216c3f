"""The bill of materials of an installation, in CycloneDX: what it brings, from which files, under which licences."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from tools.release.licences import Allowed, licence_of
from tools.release.pinned import Pinned, closure, listed, project, requirements_of

FORM = SchemaVersion.V1_6
PARTS = Path("analyzers", "parts")
_NO_PARTS = frozenset({"constraints", "not-needed", "not-needed-for-index"})


def materials(root: Path) -> tuple[dict[str, tuple[Pinned, ...]], frozenset[str]]:
    """All libraries that an installation may bring, by name, and the names of those that every one has."""
    pinned = listed(root / PARTS / "constraints.txt")
    required = closure(map(str, _list(project(root)["dependencies"]))) & pinned.keys()
    names = set(required)
    for path in sorted((root / PARTS).glob("*.txt")):
        if path.stem not in _NO_PARTS:
            names |= listed(path).keys()
    return {name: pinned[name] for name in sorted(names)}, frozenset(required)


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def bill(root: Path, version: str, time: int, digests: Mapping[str, str], allowed: Allowed) -> str:
    """The bill as JSON: equal for equal files. Raises ValueError where it does not conform to the schema."""
    libraries, required = materials(root)
    own = Component(
        name="reread",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="reread",
        purl=PackageURL("pypi", name="reread", version=version),
        licenses=[LicenseFactory().make_from_string("Apache-2.0")],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in digests.values()],
    )
    components = {
        name: [_component(each, name in required, allowed) for each in versions] for name, versions in libraries.items()
    }
    every = [each for versions in components.values() for each in versions]
    made = Bom(
        components=every,
        serial_number=uuid.uuid5(uuid.NAMESPACE_OID, "".join(digests.values())),
        metadata=BomMetaData(component=own, timestamp=datetime.fromtimestamp(time, UTC)),
    )
    made.register_dependency(own, every)
    for name, versions in components.items():
        needed = [each for other in requirements_of(name) for each in components.get(other, ())]
        for component in versions:
            made.register_dependency(component, needed)
    text = make_outputter(made, OutputFormat.JSON, FORM).output_as_string(indent=2)
    if problem := JsonStrictValidator(FORM).validate_str(text):
        raise ValueError(f"the bill of materials does not conform to its schema: {str(problem).splitlines()[0]}")
    return text + "\n"


def _component(library: Pinned, is_required: bool, allowed: Allowed) -> Component:
    licence = licence_of(library.name, allowed)
    return Component(
        name=library.name,
        version=library.version,
        bom_ref=f"{library.name}@{library.version}",
        scope=ComponentScope.REQUIRED if is_required else ComponentScope.OPTIONAL,
        purl=PackageURL("pypi", name=library.name, version=library.version),
        licenses=[LicenseFactory().make_from_string(licence)] if licence else [],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in library.hashes],
    )

"""Validators that sanitize a field of a class; reported sinks are marked `BAD`."""

from __future__ import annotations

import pytest

from reread.analyzers.engine.engine import Engine
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document
from tests.analyzers.dataflow.test_propagation_python import ENGINE
from tests.analyzers.taint.taint_cases import assert_flows

STANDARD = Engine(load(()), CheckOptions(profile=Profile.STANDARD))
CASES = {
    "what a model's validators give back is what its fields have": """
        class Base(BaseModel):
            code: str
            @field_validator("code")
            @classmethod
            def code_is_plain(cls, value: str) -> str:
                if not re.fullmatch(r"[A-Z0-9]{6}", value):
                    raise ValueError("bad code")
                return value
        class Booking(Base):
            kind: str
            loose: str
            free: str
            @pydantic.validator("kind", pre=True)
            def known(cls, v, values):
                if v not in ("a", "b"):
                    raise ValueError("no")
                return v
            @field_validator("loose", mode="after")
            def stripped(cls, v):
                if not v:
                    raise ValueError("no")
                return v.strip()
            @field_validator("free", mode="wrap")
            def around(cls, v, handler):
                return "fixed"
        def f():
            booking = Booking.model_validate(source())
            sink(booking.code)
            sink(booking.kind)
            sink(booking.loose)  # BAD
            sink(booking.free)  # BAD
    """,
    "a validator of all fields holds for each": """
        class Page(BaseModel):
            a: str
            b: str
            @field_validator("*")
            def plain(cls, v):
                if not v.isalnum():
                    raise ValueError("no")
                return v
        def f():
            page = Page.model_validate(source())
            sink(page.a)
            sink(page.b)
    """,
    "forms, serializers and schemas have methods for their fields": """
        class Form(forms.Form):
            code = forms.CharField()
            name = forms.CharField()
            def clean_code(self):
                code = self.cleaned_data["code"]
                if not code.isalnum():
                    raise forms.ValidationError("no")
                return code
            def clean_name(self):
                return self.cleaned_data["name"].strip()
        class Checked(serializers.Serializer):
            code = serializers.CharField()
            name = serializers.CharField()
            def validate_code(self, value):
                if value not in ("a", "b"):
                    raise serializers.ValidationError("no")
                return value
        class Stored(Schema):
            code = fields.String()
            name = fields.String()
            @validates("code")
            def check_code(self, value, **kwargs):
                if not value.isalnum():
                    raise ValidationError("no")
        class Written(FlaskForm):
            code = StringField()
            name = StringField()
            def validate_code(self, field):
                if not field.data.isalnum():
                    raise ValidationError("no")
        class Plain:
            def validate_code(self, value):
                return "fixed"
        def f():
            form = Form(source())
            sink(form.cleaned_data["code"])
            sink(form.cleaned_data.get("code"))
            sink(form.cleaned_data["name"])  # BAD
            serializer = Checked(data=source())
            sink(serializer.validated_data["code"])
            sink(serializer.validated_data["name"])  # BAD
            loaded = Stored().load(source())
            sink(loaded["code"])
            sink(loaded["name"])  # BAD
            written = Written(source())
            sink(written.code.data)
            sink(written.name.data)  # BAD
            plain = Plain(source())
            sink(plain.validated_data["code"])  # BAD
    """,
}


@pytest.mark.parametrize("code", CASES.values(), ids=CASES.keys())
def test_a_validator_sanitizes_its_field(code: str):
    assert_flows(ENGINE, code)


FIELDS = """import requests
from rest_framework import serializers
class Hook(serializers.Serializer):
    place = FIELD
def post(request):
    hook = Hook(data=request.POST)
    hook.is_valid(raise_exception=True)
    requests.get(hook.validated_data["place"])
"""


@pytest.mark.parametrize(
    ("field", "is_certain"),
    [
        ("serializers.URLField()", True),
        ("serializers.CharField(validators=[MaxLengthValidator(200)])", True),
        ("serializers.CharField(validators=[])", True),
        ("serializers.CharField(validators=[no_address_inside])", False),
        ("serializers.CharField(validators=[URLValidator(), Outside(timeout=3)])", False),
        ("OutsideURLField()", False),
        ("fields.OutsideURLField(required=True)", False),
    ],
)
def test_a_field_that_the_project_checks_itself_is_only_possible(field: str, is_certain: bool):
    code = FIELDS.replace("FIELD", field)
    found = STANDARD.check(Document("file:///views.py", code, language="python"), "views.py").findings
    assert [each.confidence > 0.7 for each in found if each.rule == "py/ssrf"] == [is_certain]

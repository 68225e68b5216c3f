from django.forms import ModelForm
from django.http import HttpResponse
from flask import Flask, request
from rest_framework.serializers import ModelSerializer

from .models import Person, User

app = Flask(__name__)


def django_view(request):
    # ruleid: mass-assignment
    Person.objects.create(**request.POST)
    # ruleid: mass-assignment
    Person.objects.filter(pk=1).update(**request.POST.dict())
    # ruleid: mass-assignment
    Person(**request.data)
    # ok: mass-assignment
    Person.objects.create(name=request.POST["name"])
    return HttpResponse("ok")


@app.route("/users", methods=["POST"])
def flask_view():
    # ruleid: mass-assignment
    User(**request.get_json())
    data = request.json
    user = User.query.get(1)
    for key, value in data.items():
        # ruleid: mass-assignment
        setattr(user, key, value)
    # ok: mass-assignment
    User(name=data["name"])
    return "ok"


class PersonForm(ModelForm):
    class Meta:
        model = Person
        # ruleid: mass-assignment
        fields = "__all__"


class NameForm(ModelForm):
    class Meta:
        model = Person
        # ok: mass-assignment
        fields = ["name"]


class OtherForm(ModelForm):
    class Meta:
        model = Person
        # ruleid: mass-assignment
        exclude = ["password"]

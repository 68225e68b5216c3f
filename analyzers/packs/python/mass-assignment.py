from flask import request

FIELDS = {"name"}


def create(user, models):
    # ruleid: mass-assignment
    models.User(**request.get_json())
    data = request.json
    for key, value in data.items():
        # ruleid: mass-assignment
        setattr(user, key, value)
    for key, value in data.items():
        if key in FIELDS:
            # ok: mass-assignment
            setattr(user, key, value)
    # ok: mass-assignment
    settings = SearchOptions(**data)
    # ok: mass-assignment
    return models.User(name=data["name"])


def view(request):
    # ruleid: mass-assignment
    User.objects.create(**request.POST.dict())


def conditions(request):
    name = request.GET["name"]
    # ok: mass-assignment
    return User.objects.filter(Q(**{f"{name}__icontains": "a"}))


def through_a_schema(user, user_schema):
    item = user_schema.load(request.get_json())
    for key, value in item.items():
        # ok: mass-assignment
        setattr(user, key, value)
    body = request.get_json()
    # ok: mass-assignment
    login = LoginBody(**body)
    # ruleid: mass-assignment
    return login, Account(**body)


@app.route("/defaults")
def defaults():
    # ok: mass-assignment
    return UserForm(obj=FormDefaults(**request.args))


@app.put("/accounts/<name>")
def change(name):
    body = request.get_json()
    # ruleid: mass-assignment
    accounts.update_one({"name": name}, {"$set": body})
    # ok: mass-assignment
    accounts.update_one({"name": name}, {"$set": {"mail": body["mail"]}})

from django.forms import Form, ModelForm, modelform_factory
from django.views.generic import DetailView, UpdateView
from rest_framework import serializers
from rest_framework.serializers import ModelSerializer


class All(ModelForm):
    class Meta:
        # ruleid: mass-assignment-django-form
        fields = "__all__"


class Others(ModelForm):
    class Meta:
        # ruleid: mass-assignment-django-form
        exclude = ["password"]


class Some(ModelForm):
    class Meta:
        # ok: mass-assignment-django-form
        fields = ["name"]


class Plain(Form):
    class Meta:
        # ok: mass-assignment-django-form
        exclude = ["x"]


class AccountSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ruleid: mass-assignment-django-form
        fields = "__all__"


class OrderSerializer(Audited, ModelSerializer):
    class Meta:
        model = Order
        # ruleid: mass-assignment-django-form
        fields = "__all__"


class NamedSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ok: mass-assignment-django-form
        fields = ["name", "email"]


class GuardedSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ok: mass-assignment-django-form
        fields = "__all__"
        read_only_fields = ["is_staff"]


class AccountListSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ok: mass-assignment-django-form
        fields = "__all__"


class Change(UpdateView):
    model = Account
    # ruleid: mass-assignment-django-form
    fields = "__all__"


class Show(DetailView):
    model = Account
    # ok: mass-assignment-django-form
    fields = "__all__"


# ruleid: mass-assignment-django-form
AccountForm = modelform_factory(Account, fields="__all__")
# ok: mass-assignment-django-form
NameForm = modelform_factory(Account, fields=["name"])


class AuditedSerializer(AuditedModelSerializer):
    class Meta:
        model = Account
        # ok: mass-assignment-django-form
        fields = "__all__"


class LinkedSerializer(serializers.HyperlinkedModelSerializer):
    class Meta:
        model = Account
        # ruleid: mass-assignment-django-form
        fields = "__all__"

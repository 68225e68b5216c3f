from django.forms import Form, ModelForm, modelform_factory
from django.views.generic import DetailView, UpdateView
from rest_framework import serializers
from rest_framework.serializers import ModelSerializer


class All(ModelForm):
    class Meta:
        # ruleid: django-form-all-fields
        fields = "__all__"


class Others(ModelForm):
    class Meta:
        # ruleid: django-form-all-fields
        exclude = ["password"]


class Some(ModelForm):
    class Meta:
        # ok: django-form-all-fields
        fields = ["name"]


class Plain(Form):
    class Meta:
        # ok: django-form-all-fields
        exclude = ["x"]


class AccountSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ruleid: django-form-all-fields
        fields = "__all__"


class OrderSerializer(Audited, ModelSerializer):
    class Meta:
        model = Order
        # ruleid: django-form-all-fields
        fields = "__all__"


class NamedSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ok: django-form-all-fields
        fields = ["name", "email"]


class GuardedSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ok: django-form-all-fields
        fields = "__all__"
        read_only_fields = ["is_staff"]


class AccountListSerializer(serializers.ModelSerializer):
    class Meta:
        model = Account
        # ok: django-form-all-fields
        fields = "__all__"


class Change(UpdateView):
    model = Account
    # ruleid: django-form-all-fields
    fields = "__all__"


class Show(DetailView):
    model = Account
    # ok: django-form-all-fields
    fields = "__all__"


# ruleid: django-form-all-fields
AccountForm = modelform_factory(Account, fields="__all__")
# ok: django-form-all-fields
NameForm = modelform_factory(Account, fields=["name"])


class AuditedSerializer(AuditedModelSerializer):
    class Meta:
        model = Account
        # ok: django-form-all-fields
        fields = "__all__"


class LinkedSerializer(serializers.HyperlinkedModelSerializer):
    class Meta:
        model = Account
        # ruleid: django-form-all-fields
        fields = "__all__"

from django.forms import Form, ModelForm


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

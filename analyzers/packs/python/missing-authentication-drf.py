from rest_framework import mixins, permissions, viewsets
from rest_framework.decorators import api_view, permission_classes
from rest_framework.generics import ListAPIView, RetrieveUpdateDestroyAPIView
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class Orders(viewsets.ModelViewSet):
    # ruleid: missing-authentication-drf
    permission_classes = [AllowAny]
    queryset = Order.objects.all()


class Order(RetrieveUpdateDestroyAPIView):
    # ruleid: missing-authentication-drf
    permission_classes = (permissions.AllowAny,)


class Notes(mixins.UpdateModelMixin, viewsets.GenericViewSet):
    # ruleid: missing-authentication-drf
    permission_classes = [permissions.AllowAny]


class Profile(APIView):
    # ruleid: missing-authentication-drf
    permission_classes = [AllowAny]

    def get(self, request):
        return Response({})

    def delete(self, request):
        request.user.delete()
        return Response(status=204)


class Prices(ListAPIView):
    # ok: missing-authentication-drf
    permission_classes = [AllowAny]


class OwnOrders(viewsets.ModelViewSet):
    # ok: missing-authentication-drf
    permission_classes = [IsAuthenticated]


class PasswordReset(APIView):
    # ok: missing-authentication-drf
    permission_classes = [AllowAny]

    def put(self, request):
        return Response({})


class Catalogue(viewsets.ModelViewSet):
    # ok: missing-authentication-drf
    permission_classes = [AllowAny]
    http_method_names = ["get"]


class Mixed(viewsets.ModelViewSet):
    # ok: missing-authentication-drf
    permission_classes = [AllowAny]

    def get_permissions(self):
        if self.action == "list":
            return [AllowAny()]
        return [IsAuthenticated()]


# ruleid: missing-authentication-drf
@api_view(["DELETE"])
@permission_classes([AllowAny])
def remove(request, pk):
    Order.objects.get(pk=pk).delete()
    return Response(status=204)


# ruleid: missing-authentication-drf
@api_view(["GET", "PUT"])
@permission_classes((permissions.AllowAny,))
def change(request, pk):
    return Response({})


# ok: missing-authentication-drf
@api_view(["GET"])
@permission_classes([AllowAny])
def show(request, pk):
    return Response({})


# ok: missing-authentication-drf
@api_view(["DELETE"])
@permission_classes([IsAuthenticated])
def remove_own(request, pk):
    return Response({})

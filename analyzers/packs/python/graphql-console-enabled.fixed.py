from ariadne.asgi import GraphQL
from graphene_django.views import GraphQLView


def endpoints(schema, settings):
    # ruleid: graphql-console-enabled
    GraphQLView.as_view(schema=schema, graphiql=False)
    # ruleid: graphql-console-enabled
    GraphQL(schema, debug=False)
    # ok: graphql-console-enabled
    GraphQLView.as_view(schema=schema, graphiql=settings.DEBUG)
    # ok: graphql-console-enabled
    GraphQLView.as_view(schema=schema)
    # ok: graphql-console-enabled
    GraphQL(schema, debug=settings.DEBUG)
    if settings.DEBUG:
        # ok: graphql-console-enabled
        GraphQLView.as_view(schema=schema, graphiql=True)

"""Hosts of pull requests on loopback, which check what the real ones check and lose answers on request.

Made from the hosts' public documentation of their APIs. None of them notices that a comment is there already.
"""

from tests.standin.hosts.bitbucket import BitbucketStandIn
from tests.standin.hosts.bitbucket_server import BitbucketServerStandIn
from tests.standin.hosts.gitea import ForgejoStandIn, GiteaStandIn
from tests.standin.hosts.github import GitHubStandIn
from tests.standin.hosts.gitlab import GitLabStandIn
from tests.standin.hosts.server import Fault, HostStandIn
from tests.standin.hosts.state import Comment, Pull

STAND_INS = {
    "github": GitHubStandIn,
    "gitlab": GitLabStandIn,
    "gitea": GiteaStandIn,
    "bitbucket": BitbucketStandIn,
    "bitbucket-server": BitbucketServerStandIn,
}

__all__ = ["STAND_INS", "Comment", "Fault", "ForgejoStandIn", "HostStandIn", "Pull"]

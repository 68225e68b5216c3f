import aws_cdk
import boto3
import pulumi_aws as aws
from aws_cdk import aws_s3 as s3
from aws_cdk.aws_s3 import Bucket, BucketAccessControl
from aws_cdk import aws_s3_deployment as deployment

client = boto3.client("s3")
PUBLIC = "public-read"


class Stack(aws_cdk.Stack):
    def __init__(self, scope, name):
        # ruleid: public-bucket
        bucket = s3.Bucket(self, "A", versioned=True, public_read_access=True)
        # ok: public-bucket
        s3.Bucket(self, "B", public_read_access=False, block_public_access=s3.BlockPublicAccess.BLOCK_ALL)
        # ruleid: public-bucket
        Bucket(self, "C", access_control=BucketAccessControl.PUBLIC_READ)
        # ruleid: public-bucket
        s3.Bucket(self, "D", access_control=s3.BucketAccessControl.AUTHENTICATED_READ)
        # ok: public-bucket
        s3.Bucket(self, "E", access_control=s3.BucketAccessControl.LOG_DELIVERY_WRITE)
        # ruleid: public-bucket
        s3.CfnBucket(self, "F", access_control="PublicReadWrite")
        # ok: public-bucket
        s3.CfnBucket(self, "G", access_control="Private")
        s3.Bucket(
            self,
            "H",
            # ruleid: public-bucket
            block_public_access=s3.BlockPublicAccess(block_public_acls=True, block_public_policy=False),
        )
        # ok: public-bucket
        s3.BlockPublicAccess(block_public_acls=True, block_public_policy=True)
        # ruleid: public-bucket
        bucket.grant_public_access()
        # ok: public-bucket
        bucket.grant_read(self.role)
        # ruleid: public-bucket
        deployment.BucketDeployment(self, "I", access_control=BucketAccessControl.PUBLIC_READ)


def calls(body, name, table):
    # ruleid: public-bucket
    client.put_object(Bucket=name, Key="k", Body=body, ACL="public-read")
    # ruleid: public-bucket
    client.put_object(Bucket=name, Key="k", Body=body, ACL=PUBLIC)
    # ok: public-bucket
    client.put_object(Bucket=name, Key="k", Body=body, ACL="private")
    # ok: public-bucket
    client.put_object(Bucket=name, Key="k", Body=body)
    # ruleid: public-bucket
    client.create_bucket(ACL="public-read-write", Bucket=name)
    # ruleid: public-bucket
    client.put_bucket_acl(Bucket=name, ACL="authenticated-read")
    # ruleid: public-bucket
    boto3.resource("s3").Object(name, "k").put(Body=body, ACL="public-read")
    # ruleid: public-bucket
    client.upload_file("f", name, "k", ExtraArgs={"ContentType": "text/html", "ACL": "public-read"})
    # ok: public-bucket
    client.upload_file("f", name, "k", ExtraArgs={"ACL": "bucket-owner-full-control"})
    client_settings = {"BlockPublicAcls": False}
    # ruleid: public-bucket
    client.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration={"BlockPublicAcls": False})
    # ok: public-bucket
    client.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration={"BlockPublicAcls": True})
    # ruleid: public-bucket
    client.delete_public_access_block(Bucket=name)
    # ruleid: public-bucket
    aws.s3.Bucket("site", acl="public-read")
    # ok: public-bucket
    aws.s3.Bucket("site", acl="private")
    return client_settings, table

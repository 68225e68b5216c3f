import boto3
from aws_cdk import Stack, aws_iam as iam, aws_lambda as lambda_, aws_rds as rds
from aws_cdk.aws_iam import PolicyStatement


class Rights(Stack):
    def __init__(self, scope, name, vpc, function, bucket):
        # ruleid: cloud-policy-unrestricted
        iam.PolicyStatement(actions=["*"], resources=["*"])
        # ruleid: cloud-policy-unrestricted
        PolicyStatement(effect=iam.Effect.ALLOW, resources=["*"], actions=["logs:PutLogEvents", "iam:*"])
        # ok: cloud-policy-unrestricted
        iam.PolicyStatement(effect=iam.Effect.DENY, actions=["*"], resources=["*"])
        # ok: cloud-policy-unrestricted
        iam.PolicyStatement(actions=["cloudwatch:PutMetricData"], resources=["*"])
        # ok: cloud-policy-unrestricted
        iam.PolicyStatement(actions=["s3:GetObject"], resources=[bucket.bucket_arn])
        # ruleid: cloud-policy-unrestricted
        iam.PolicyStatement(actions=["s3:GetObject"], resources=["arn:x"], principals=[iam.AnyPrincipal()])
        # ruleid: cloud-policy-unrestricted
        iam.PolicyStatement(actions=["*"], resources=["arn:x"], principals=[iam.StarPrincipal()])
        # ok: cloud-policy-unrestricted
        iam.PolicyStatement(actions=["s3:*"], effect=iam.Effect.DENY, resources=["a"], principals=[iam.AnyPrincipal()])
        # ok: cloud-policy-unrestricted
        iam.PolicyStatement(actions=["s3:Get*"], principals=[iam.AnyPrincipal()], conditions={"Bool": {"a": "true"}})
        # ok: cloud-policy-unrestricted
        iam.PolicyStatement(actions=["s3:GetObject"], principals=[iam.ServicePrincipal("lambda.amazonaws.com")])
        # ruleid: cloud-policy-unrestricted
        iam.ManagedPolicy.from_aws_managed_policy_name("AdministratorAccess")
        # ok: cloud-policy-unrestricted
        iam.ManagedPolicy.from_aws_managed_policy_name("ReadOnlyAccess")
        # ruleid: cloud-policy-unrestricted
        rds.DatabaseInstance(self, "a", vpc=vpc, storage_encrypted=True, publicly_accessible=True)
        # ok: cloud-policy-unrestricted
        rds.DatabaseInstance(self, "b", vpc=vpc, storage_encrypted=True, publicly_accessible=False)
        # ruleid: cloud-policy-unrestricted
        function.add_function_url(auth_type=lambda_.FunctionUrlAuthType.NONE)
        # ok: cloud-policy-unrestricted
        function.add_function_url(auth_type=lambda_.FunctionUrlAuthType.AWS_IAM)


def calls():
    document = {
        "Version": "2012-10-17",
        "Statement": [
            # ruleid: cloud-policy-unrestricted
            {"Effect": "Allow", "Action": "*", "Resource": "*"},
            # ok: cloud-policy-unrestricted
            {"Effect": "Deny", "Action": "*", "Resource": "*"},
            # ok: cloud-policy-unrestricted
            {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"},
        ],
    }
    client = boto3.client("iam")
    # ruleid: cloud-policy-unrestricted
    client.attach_role_policy(RoleName="a", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    # ok: cloud-policy-unrestricted
    client.attach_role_policy(RoleName="a", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
    # ruleid: cloud-policy-unrestricted
    boto3.client("rds").create_db_instance(DBInstanceIdentifier="a", PubliclyAccessible=True)
    return document

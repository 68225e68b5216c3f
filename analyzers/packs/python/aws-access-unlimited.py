import boto3
from aws_cdk import Stack, aws_iam as iam, aws_lambda as lambda_, aws_rds as rds
from aws_cdk.aws_iam import PolicyStatement


class Rights(Stack):
    def __init__(self, scope, name, vpc, function, bucket):
        # ruleid: aws-access-unlimited
        iam.PolicyStatement(actions=["*"], resources=["*"])
        # ruleid: aws-access-unlimited
        PolicyStatement(effect=iam.Effect.ALLOW, resources=["*"], actions=["logs:PutLogEvents", "iam:*"])
        # ok: aws-access-unlimited
        iam.PolicyStatement(effect=iam.Effect.DENY, actions=["*"], resources=["*"])
        # ok: aws-access-unlimited
        iam.PolicyStatement(actions=["cloudwatch:PutMetricData"], resources=["*"])
        # ok: aws-access-unlimited
        iam.PolicyStatement(actions=["s3:GetObject"], resources=[bucket.bucket_arn])
        # ruleid: aws-access-unlimited
        iam.PolicyStatement(actions=["s3:GetObject"], resources=["arn:x"], principals=[iam.AnyPrincipal()])
        # ruleid: aws-access-unlimited
        iam.PolicyStatement(actions=["*"], resources=["arn:x"], principals=[iam.StarPrincipal()])
        # ok: aws-access-unlimited
        iam.PolicyStatement(actions=["s3:*"], effect=iam.Effect.DENY, resources=["a"], principals=[iam.AnyPrincipal()])
        # ok: aws-access-unlimited
        iam.PolicyStatement(actions=["s3:Get*"], principals=[iam.AnyPrincipal()], conditions={"Bool": {"a": "true"}})
        # ok: aws-access-unlimited
        iam.PolicyStatement(actions=["s3:GetObject"], principals=[iam.ServicePrincipal("lambda.amazonaws.com")])
        # ruleid: aws-access-unlimited
        iam.ManagedPolicy.from_aws_managed_policy_name("AdministratorAccess")
        # ok: aws-access-unlimited
        iam.ManagedPolicy.from_aws_managed_policy_name("ReadOnlyAccess")
        # ruleid: aws-access-unlimited
        rds.DatabaseInstance(self, "a", vpc=vpc, storage_encrypted=True, publicly_accessible=True)
        # ok: aws-access-unlimited
        rds.DatabaseInstance(self, "b", vpc=vpc, storage_encrypted=True, publicly_accessible=False)
        # ruleid: aws-access-unlimited
        function.add_function_url(auth_type=lambda_.FunctionUrlAuthType.NONE)
        # ok: aws-access-unlimited
        function.add_function_url(auth_type=lambda_.FunctionUrlAuthType.AWS_IAM)


def calls():
    document = {
        "Version": "2012-10-17",
        "Statement": [
            # ruleid: aws-access-unlimited
            {"Effect": "Allow", "Action": "*", "Resource": "*"},
            # ok: aws-access-unlimited
            {"Effect": "Deny", "Action": "*", "Resource": "*"},
            # ok: aws-access-unlimited
            {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"},
        ],
    }
    client = boto3.client("iam")
    # ruleid: aws-access-unlimited
    client.attach_role_policy(RoleName="a", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    # ok: aws-access-unlimited
    client.attach_role_policy(RoleName="a", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
    # ruleid: aws-access-unlimited
    boto3.client("rds").create_db_instance(DBInstanceIdentifier="a", PubliclyAccessible=True)
    return document

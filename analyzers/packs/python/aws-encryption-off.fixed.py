import boto3
from aws_cdk import Stack, aws_ec2 as ec2, aws_efs as efs, aws_elasticache as elasticache
from aws_cdk import aws_kinesis as kinesis, aws_opensearchservice as opensearch, aws_rds as rds
from aws_cdk import aws_s3 as s3, aws_sqs as sqs


class Stores(Stack):
    def __init__(self, scope, name, vpc, engine, key, options):
        # ruleid: aws-encryption-off
        rds.DatabaseInstance(self, "a", engine=engine, vpc=vpc, storage_encrypted=True)
        # ruleid: aws-encryption-off
        rds.DatabaseInstance(self, "b", engine=engine, vpc=vpc)
        # ok: aws-encryption-off
        rds.DatabaseInstance(self, "c", engine=engine, vpc=vpc, storage_encrypted=True)
        # ok: aws-encryption-off
        rds.DatabaseCluster(self, "d", engine=engine, vpc=vpc, storage_encryption_key=key)
        # ok: aws-encryption-off
        rds.DatabaseCluster(self, "d2", engine=engine, **options)
        # ruleid: aws-encryption-off
        rds.CfnDBCluster(self, "e", engine="aurora", storage_encrypted=True)
        # ruleid: aws-encryption-off
        ec2.Volume(self, "f", availability_zone="a", encrypted=True)
        # ok: aws-encryption-off
        ec2.Volume(self, "g", availability_zone="a", encrypted=True)
        # ruleid: aws-encryption-off
        ec2.BlockDeviceVolume.ebs(50, encrypted=True)
        # ruleid: aws-encryption-off
        efs.FileSystem(self, "h", vpc=vpc, encrypted=True)
        # ok: aws-encryption-off
        efs.FileSystem(self, "i", vpc=vpc)
        # ruleid: aws-encryption-off
        s3.Bucket(self, "j", encryption=s3.BucketEncryption.S3_MANAGED)
        # ok: aws-encryption-off
        s3.Bucket(self, "k", encryption=s3.BucketEncryption.S3_MANAGED)
        # ruleid: aws-encryption-off
        sqs.Queue(self, "l", encryption=sqs.QueueEncryption.SQS_MANAGED)
        # ruleid: aws-encryption-off
        kinesis.Stream(self, "m", encryption=kinesis.StreamEncryption.MANAGED)
        # ruleid: aws-encryption-off
        opensearch.Domain(self, "n", enforce_https=True, node_to_node_encryption=True)
        opensearch.Domain(
            self,
            "o",
            # ruleid: aws-encryption-off
            encryption_at_rest=opensearch.EncryptionAtRestOptions(enabled=True),
        )
        # ok: aws-encryption-off
        opensearch.Domain(self, "p", enforce_https=True, node_to_node_encryption=True)
        # ruleid: aws-encryption-off
        elasticache.CfnReplicationGroup(self, "q", transit_encryption_enabled=True)
        # ok: aws-encryption-off
        elasticache.CfnReplicationGroup(self, "r", transit_encryption_enabled=True, at_rest_encryption_enabled=True)


def calls():
    # ruleid: aws-encryption-off
    boto3.client("rds").create_db_instance(DBInstanceIdentifier="a", StorageEncrypted=True)
    # ok: aws-encryption-off
    boto3.client("rds").create_db_instance(DBInstanceIdentifier="a", StorageEncrypted=True)
    # ruleid: aws-encryption-off
    boto3.client("ec2").create_volume(Size=10, Encrypted=True)
    # ruleid: aws-encryption-off
    boto3.client("s3", use_ssl=True)
    # ok: aws-encryption-off
    boto3.client("s3", use_ssl=True)

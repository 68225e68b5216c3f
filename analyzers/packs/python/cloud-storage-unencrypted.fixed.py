import boto3
from aws_cdk import Stack, aws_ec2 as ec2, aws_efs as efs, aws_elasticache as elasticache
from aws_cdk import aws_kinesis as kinesis, aws_opensearchservice as opensearch, aws_rds as rds
from aws_cdk import aws_s3 as s3, aws_sqs as sqs


class Stores(Stack):
    def __init__(self, scope, name, vpc, engine, key, options):
        # ruleid: cloud-storage-unencrypted
        rds.DatabaseInstance(self, "a", engine=engine, vpc=vpc, storage_encrypted=True)
        # ruleid: cloud-storage-unencrypted
        rds.DatabaseInstance(self, "b", engine=engine, vpc=vpc)
        # ok: cloud-storage-unencrypted
        rds.DatabaseInstance(self, "c", engine=engine, vpc=vpc, storage_encrypted=True)
        # ok: cloud-storage-unencrypted
        rds.DatabaseCluster(self, "d", engine=engine, vpc=vpc, storage_encryption_key=key)
        # ok: cloud-storage-unencrypted
        rds.DatabaseCluster(self, "d2", engine=engine, **options)
        # ruleid: cloud-storage-unencrypted
        rds.CfnDBCluster(self, "e", engine="aurora", storage_encrypted=True)
        # ruleid: cloud-storage-unencrypted
        ec2.Volume(self, "f", availability_zone="a", encrypted=True)
        # ok: cloud-storage-unencrypted
        ec2.Volume(self, "g", availability_zone="a", encrypted=True)
        # ruleid: cloud-storage-unencrypted
        ec2.BlockDeviceVolume.ebs(50, encrypted=True)
        # ruleid: cloud-storage-unencrypted
        efs.FileSystem(self, "h", vpc=vpc, encrypted=True)
        # ok: cloud-storage-unencrypted
        efs.FileSystem(self, "i", vpc=vpc)
        # ruleid: cloud-storage-unencrypted
        s3.Bucket(self, "j", encryption=s3.BucketEncryption.S3_MANAGED)
        # ok: cloud-storage-unencrypted
        s3.Bucket(self, "k", encryption=s3.BucketEncryption.S3_MANAGED)
        # ruleid: cloud-storage-unencrypted
        sqs.Queue(self, "l", encryption=sqs.QueueEncryption.SQS_MANAGED)
        # ruleid: cloud-storage-unencrypted
        kinesis.Stream(self, "m", encryption=kinesis.StreamEncryption.MANAGED)
        # ruleid: cloud-storage-unencrypted
        opensearch.Domain(self, "n", enforce_https=True, node_to_node_encryption=True)
        opensearch.Domain(
            self,
            "o",
            # ruleid: cloud-storage-unencrypted
            encryption_at_rest=opensearch.EncryptionAtRestOptions(enabled=True),
        )
        # ok: cloud-storage-unencrypted
        opensearch.Domain(self, "p", enforce_https=True, node_to_node_encryption=True)
        # ruleid: cloud-storage-unencrypted
        elasticache.CfnReplicationGroup(self, "q", transit_encryption_enabled=True)
        # ok: cloud-storage-unencrypted
        elasticache.CfnReplicationGroup(self, "r", transit_encryption_enabled=True, at_rest_encryption_enabled=True)


def calls():
    # ruleid: cloud-storage-unencrypted
    boto3.client("rds").create_db_instance(DBInstanceIdentifier="a", StorageEncrypted=True)
    # ok: cloud-storage-unencrypted
    boto3.client("rds").create_db_instance(DBInstanceIdentifier="a", StorageEncrypted=True)
    # ruleid: cloud-storage-unencrypted
    boto3.client("ec2").create_volume(Size=10, Encrypted=True)
    # ruleid: cloud-storage-unencrypted
    boto3.client("s3", use_ssl=True)
    # ok: cloud-storage-unencrypted
    boto3.client("s3", use_ssl=True)

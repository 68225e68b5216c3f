import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.CannedAccessControlList;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class Uploads {
    void put(AmazonS3 s3) {
        // ruleid: java-bucket-public
        s3.setBucketAcl("photos", CannedAccessControlList.Private);
        // ruleid: java-bucket-public
        PutObjectRequest.builder().bucket("photos").key("a").acl(ObjectCannedACL.PRIVATE).build();
        // ok: java-bucket-public
        s3.setBucketAcl("photos", CannedAccessControlList.Private);
        // ok: java-bucket-public
        PutObjectRequest.builder().bucket("photos").key("a").acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL).build();
    }
}

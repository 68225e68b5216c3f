import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.CannedAccessControlList;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class Uploads {
    void put(AmazonS3 s3) {
        // ruleid: public-bucket
        s3.setBucketAcl("photos", CannedAccessControlList.PublicRead);
        // ruleid: public-bucket
        PutObjectRequest.builder().bucket("photos").key("a").acl(ObjectCannedACL.PUBLIC_READ_WRITE).build();
        // ok: public-bucket
        s3.setBucketAcl("photos", CannedAccessControlList.Private);
        // ok: public-bucket
        PutObjectRequest.builder().bucket("photos").key("a").acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL).build();
    }
}

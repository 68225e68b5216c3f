import software.amazon.awscdk.services.apigateway.DomainName;
import software.amazon.awscdk.services.apigateway.SecurityPolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;

class Domains {
    void make() {
        // ruleid: weak-tls-version-cloud
        DomainName.Builder.create(this, "a").securityPolicy(SecurityPolicy.TLS_1_0).build();
        // ok: weak-tls-version-cloud
        DomainName.Builder.create(this, "b").securityPolicy(SecurityPolicy.TLS_1_2).build();
        // ruleid: weak-tls-version-cloud
        Distribution.Builder.create(this, "c").minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2016).build();
        // ok: weak-tls-version-cloud
        Distribution.Builder.create(this, "d").minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021).build();
    }
}

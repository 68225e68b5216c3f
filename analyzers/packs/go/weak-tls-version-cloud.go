package example

import (
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigateway"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudfront"
)

func domains(props *awsapigateway.DomainNameProps, site *awscloudfront.DistributionProps) {
	// ruleid: weak-tls-version-cloud
	props.SecurityPolicy = awsapigateway.SecurityPolicy_TLS_1_0
	// ok: weak-tls-version-cloud
	props.SecurityPolicy = awsapigateway.SecurityPolicy_TLS_1_2
	// ruleid: weak-tls-version-cloud
	site.MinimumProtocolVersion = awscloudfront.SecurityPolicyProtocol_TLS_V1_2016
	// ok: weak-tls-version-cloud
	site.MinimumProtocolVersion = awscloudfront.SecurityPolicyProtocol_TLS_V1_2_2021
}

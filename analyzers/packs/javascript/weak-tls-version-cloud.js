const apigateway = require("aws-cdk-lib/aws-apigateway");
const { Distribution, SecurityPolicyProtocol } = require("aws-cdk-lib/aws-cloudfront");
const { Domain, TLSSecurityPolicy } = require("aws-cdk-lib/aws-opensearchservice");

// ruleid: weak-tls-version-cloud
new apigateway.DomainName(scope, "a", { certificate, securityPolicy: apigateway.SecurityPolicy.TLS_1_0 });
// ok: weak-tls-version-cloud
new apigateway.DomainName(scope, "b", { certificate, securityPolicy: apigateway.SecurityPolicy.TLS_1_2 });
// ruleid: weak-tls-version-cloud
new Distribution(scope, "c", { minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2016 });
// ok: weak-tls-version-cloud
new Distribution(scope, "d", { minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021 });
// ruleid: weak-tls-version-cloud
new Domain(scope, "e", { tlsSecurityPolicy: TLSSecurityPolicy.TLS_1_0 });
// ruleid: weak-tls-version-cloud
new apigateway.CfnDomainName(scope, "f", { securityPolicy: "TLS_1_0" });
// ok: weak-tls-version-cloud
new apigateway.CfnDomainName(scope, "g", { securityPolicy: "TLS_1_2" });

// The validator built into aws-cdk-lib costs over a second for each test file; the tests that want it turn it on.
process.env.CDK_VALIDATION ??= 'false';

export const USAGE = `Usage: cdk-dockerrun COMMAND [FILE] [OPTIONS]

FILE is ./Dockerrun.aws.json unless given.

Commands:
  check   say what is wrong with the file
  plan    say what would be deployed on Amazon ECS, and why
  synth   print the CloudFormation template of that
  rules   list the rules, or explain one: rules DR3002, rules mountPoints

Options:
  --json                 print JSON: findings, plan, ledger or rules
  --strict               keys that nobody reads are errors
  --set NAME=VALUE       resolve the placeholder NAME; repeatable
  --listener PORT[/tcp | /udp | /tcp_udp][:HOSTPORT | :CONTAINER:PORT]
                         listen on PORT, for HTTP unless told; repeatable
  --network-mode MODE    bridge (default), awsvpc, host or none
  --instance-type TYPE   run on instances of TYPE (default t3.medium)
  --ledger               plan: where each value of the file goes
  --stack NAME           synth: name of the stack (default Dockerrun)
  -h, --help             print this
  --version              print the version

Exit codes: 0 no errors, 1 the file has errors, 2 the call is wrong.
`;

import { Decoder, list } from '../decoder';
import { optional, required, shape } from '../shape';

/** A value that is checked as the version 2 value that it becomes. */
const converted: Decoder<true> = { expects: 'a value', decode: () => true };

const image = shape('an object with Name', { Name: required(converted), Update: optional(converted) });

const port = shape('an object with ContainerPort', {
  ContainerPort: required({ ...converted, expects: 'an integer' }),
  HostPort: optional(converted),
});

const volume = shape('an object with HostDirectory and ContainerDirectory', {
  HostDirectory: optional(converted),
  ContainerDirectory: required({ ...converted, expects: 'a string' }),
});

const authentication = shape('an object with Bucket and Key', {
  Bucket: optional(converted),
  Key: optional(converted),
  bucket: optional(converted),
  key: optional(converted),
});

/** The keys of a version 1 file. */
export const documentOfVersion1 = shape('an object', {
  AWSEBDockerrunVersion: optional(converted),
  Image: required(image),
  Ports: optional(list(port)),
  Volumes: optional(list(volume)),
  Entrypoint: optional(converted),
  Command: optional(converted),
  Logging: optional(converted),
  Authentication: optional(authentication),
});

import { member } from '../../syntax/json-tree';
import { Decoder, refuse, resolvedImage } from '../decoder';

/** The name of an image. Version 1 has an object instead, which is refused with its translation. */
export const image: Decoder<string> = {
  expects: resolvedImage.expects,
  decode(node, context) {
    if (node.kind !== 'object') return resolvedImage.decode(node, context);
    const name = member(node, 'Name')?.value;
    const shown = name?.kind === 'string' ? JSON.stringify(name.value) : '"REPOSITORY:TAG"';
    return refuse(
      node, context, image.expects, `Write "image": ${shown}; an object with Name is the form of version 1.`,
    );
  },
};

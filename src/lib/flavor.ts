/**
 * A flavoured primitive: a plain `string` or `number` may be used where a flavour is asked for, but two different
 * flavours never mix. It catches the mistakes that matter (a layer's id passed as a fault's, an instant added as a
 * duration) without a cast at every literal and every sum.
 */
export type Flavor<Base, Name extends string> = Base & { readonly __flavor?: Name };

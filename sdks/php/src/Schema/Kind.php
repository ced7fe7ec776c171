<?php

declare(strict_types=1);

namespace Topgate\Schema;

/** What a field may hold; a closed set, so that reading and writing are one `match` over it. */
enum Kind
{
    case Text;
    case Int64;
    case Decimal;
    case Moment;
    case Flag;
    case File;
    case Struct;
    case List;
    /** Documented without a type: any JSON value. */
    case Any;
}

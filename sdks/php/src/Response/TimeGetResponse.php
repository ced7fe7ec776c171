<?php

declare(strict_types=1);

namespace Topgate\Response;

use Topgate\Received;
use Topgate\Response;
use Topgate\Schema\Field;

/**
 * 获取系统当前时间 The present time of the platform
 * taobao.time.get
 */
final readonly class TimeGetResponse extends Response
{
    public function __construct(
        /**
         * 系统当前时间 Beijing time
         * 必须 required
         * 例 e.g. 2015-09-16 15:53:37
         */
        public ?\DateTimeImmutable $time = null,
        ?Received $received = null,
    ) {
        parent::__construct($received);
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::moment('time'),
        ];
    }
}

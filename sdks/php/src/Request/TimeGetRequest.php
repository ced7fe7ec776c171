<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 获取系统当前时间 The present time of the platform
 * taobao.time.get
 * @extends Request<\Topgate\Response\TimeGetResponse>
 */
final class TimeGetRequest extends Request
{
    public static function api(): Api
    {
        return new Api(
            method: 'taobao.time.get',
            root: 'time_get_response',
            response: \Topgate\Response\TimeGetResponse::class,
            isRepeatable: true,
            deadlineMs: 3000,
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [];
    }
}

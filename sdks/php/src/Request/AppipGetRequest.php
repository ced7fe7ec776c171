<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 获取ISV发起请求服务器IP The address that the caller is seen with
 * taobao.appip.get
 * @extends Request<\Topgate\Response\AppipGetResponse>
 */
final class AppipGetRequest extends Request
{
    public static function api(): Api
    {
        return new Api(
            method: 'taobao.appip.get',
            root: 'appip_get_response',
            response: \Topgate\Response\AppipGetResponse::class,
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

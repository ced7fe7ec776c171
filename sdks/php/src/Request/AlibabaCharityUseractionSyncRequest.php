<?php

declare(strict_types=1);

namespace Topgate\Request;

use Topgate\File;
use Topgate\Request;
use Topgate\Schema\Api;
use Topgate\Schema\Field;
use Topgate\Schema\Outcome;

/**
 * 用户公益行为同步 Report a charity action of a user
 * alibaba.charity.useraction.sync
 * @extends Request<\Topgate\Response\AlibabaCharityUseractionSyncResponse>
 */
final class AlibabaCharityUseractionSyncRequest extends Request
{
    public function __construct(
        /**
         * 用户公益行为 The charity action
         * 必须 required
         * tb_user_id 与 third_user_key 至少一个 At least one of tb_user_id and third_user_key
         */
        public AlibabaCharityUseractionSyncRequest\ChannelUserActionDto|string|null $channel_user_action_dto = null,
    ) {
    }

    public function setChannelUserActionDto(AlibabaCharityUseractionSyncRequest\ChannelUserActionDto|string|null $value): static
    {
        $this->channel_user_action_dto = $value;
        return $this;
    }

    public static function api(): Api
    {
        return new Api(
            method: 'alibaba.charity.useraction.sync',
            root: 'alibaba_charity_useraction_sync_response',
            response: \Topgate\Response\AlibabaCharityUseractionSyncResponse::class,
            isRepeatable: true,
            deadlineMs: 5000,
            outcome: new Outcome(['result', 'success'], 'true', ['result', 'code']),
            remedies: [
                '400' => ['按子类型的规则填写整数数量', 'Send the quantity that the sub-type asks for, as a JSON integer'],
                '403' => ['请平台开通渠道，或请用户重新授权', 'Have the channel enabled, or ask the user to authorise again'],
                '404' => ['核对 activity_id、charity_type_sub_code 与用户', 'Check activity_id, charity_type_sub_code and the user'],
                '409' => ['新的动作用新的 event_id；核对用户标识', 'Use a new event_id for a new action; check the user ids'],
                '410' => ['核对 charity_timestamp 与活动时间', 'Check charity_timestamp against the time of the activity'],
                '412' => ['请用户先报名，或在允许时传 fore_reg_activity=true', 'Have the user register, or send fore_reg_activity=true where that is allowed'],
                '423' => ['请联系平台', 'Contact the platform owner'],
            ],
        );
    }

    /** @return list<Field> */
    public static function fields(): array
    {
        return [
            Field::struct('channel_user_action_dto', AlibabaCharityUseractionSyncRequest\ChannelUserActionDto::class),
        ];
    }
}
